/** The page in Eta's language: `<%= %>` escapes. What is put in raw (`<%~ %>`) is the page's own policy, style and script, and a drawing that was made of escaped text. */
export const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="<%~ it.policy %>">
<meta name="referrer" content="no-referrer">
<title><%= it.title %> · kmsward <%= it.command %></title>
<style><%~ it.style %></style>
</head>
<body>
<a class="skip" href="#main">Skip to the results</a>
<header>
<p class="over">kmsward <%= it.command %></p>
<h1><%= it.title %></h1>
<p class="sub"><%= it.subject %></p>
<% if (it.tiles.length > 0) { %><ul class="tiles">
<% for (const tile of it.tiles) { %><li><b><%= tile.count %></b> <%= tile.name %></li>
<% } %></ul><% } %>
<% if (it.kinds.length > 0) { %><form class="filters" hidden role="search" aria-label="Filter the results">
<label>Search <input type="search" autocomplete="off" spellcheck="false"></label>
<fieldset<% if (it.kinds.length === 1) { %> hidden<% } %>><legend>Show</legend><% for (const kind of it.kinds) { %><label><input type="checkbox" checked value="<%= kind.id %>"> <%= kind.name %></label><% } %></fieldset>
<output aria-live="polite"></output>
</form><% } %>
</header>
<main id="main" tabindex="-1"<% if (it.isLong) { %> class="many"<% } %>>
<% if (it.items.length === 0) { %><p class="none"><%= it.nothing %></p><% } else { %><div class="scroll" role="region" aria-label="All results" tabindex="0"><table class="overview">
<caption>All results</caption>
<thead><tr><th scope="col">result</th><% for (const column of it.columns) { %><th scope="col"><%= column %></th><% } %></tr></thead>
<tbody>
<% for (const item of it.items) { %><tr data-item="<%= item.filter %>"><th scope="row"><a href="#<%= item.id %>"><%= item.word %></a><% if (item.kind === "gained") { %>, <%= item.label %><% } %></th><% for (const cell of item.cells) { %><td data-name="<%= cell.name %>"><% if (cell.code) { %><code><%= cell.text %></code><% } else { %><%= cell.text %><% } %></td><% } %></tr>
<% } %></tbody>
</table></div><% } %>
<% if (it.left > 0) { %><p class="none"><%= it.left %> more are not shown on this page; the JSON report has all.</p><% } %>
<% if (it.graphs.length > 0 || it.edges.length > 0) { %><section aria-labelledby="graph-title"><h2 id="graph-title"><%= it.graphTitle %></h2>
<p class="sub">Who is on the left, keys on the right; dashed is under conditions.<% if (it.graphs.length !== 1) { %> + is gained (thick), − is lost (dotted).<% } %></p>
<% if (it.graphs.length > 0) { %><div class="graphs"><% for (const graph of it.graphs) { %><figure><figcaption><%= graph.name %></figcaption><div class="graph" role="region" aria-label="<%= graph.name %>" tabindex="0"><%~ graph.svg %></div></figure><% } %></div><% } else { %><p class="none"><%= it.noPicture %></p><% } %>
<details<% if (it.graphs.length === 0) { %> open<% } %>><summary>The same as a table</summary><div class="scroll" role="region" aria-label="Access as a table" tabindex="0"><table>
<caption>Who may do what on which key</caption>
<thead><tr><th scope="col">who</th><th scope="col">key</th><th scope="col">actions</th><th scope="col">when</th><th scope="col">change</th></tr></thead>
<tbody><% for (const edge of it.edges) { %><tr><th scope="row"><%= edge.who %></th><td><code><%= edge.key %></code></td><td><%= edge.actions %></td><td><%= edge.when %></td><td><% if (edge.mark) { %><span class="badge k-<%= edge.mark %>"><%= edge.mark %></span><% } else { %>unchanged<% } %></td></tr>
<% } %></tbody></table></div></details>
</section><% } %>
<% for (const group of it.groups) { %><section data-group aria-labelledby="<%= group.id %>"><h2 id="<%= group.id %>"><%= group.name %> (<%= group.items.length %>)</h2>
<% for (const item of group.items) { %><article id="<%= item.id %>" class="<%= item.edge %>" data-item="<%= item.filter %>" aria-labelledby="<%= item.id %>-title">
<p class="badges"><span class="badge <%= item.look %>"><%= item.word %></span><% if (item.label) { %><span class="badge"><%= item.label %></span><% } %><% if (item.code) { %><code><%= item.code %></code><% } %><% if (item.place) { %><span class="where"><%= item.place %></span><% } %></p>
<h3 id="<%= item.id %>-title"><%= item.title %></h3>
<% if (item.why.length > 0) { %><ul class="why"><% for (const why of item.why) { %><li><%= why %></li><% } %></ul><% } %>
<% if (item.help.length > 0) { %><p><strong>To do:</strong> <% for (const part of item.help) { if (part.code) { %><code><%= part.text %></code><% } else { %><%= part.text %><% } } %></p><% } %>
<% if (item.steps.length > 0) { %><ol class="why"><% for (const step of item.steps) { %><li><%= step %></li><% } %></ol><% } %>
<% for (const pair of item.pairs) { %><div class="pair<% if (pair.views.length === 1) { %> one<% } %>"><% for (const view of pair.views) { %><figure><figcaption><strong><%= view.side %></strong> <%= view.name %><% if (view.place) { %> <span class="at"><%= view.place %></span><% } %></figcaption><% if (view.lines.length > 0) { %><pre tabindex="0" role="group" aria-label="<%= view.side %> <%= view.name %>"><% for (const line of view.lines) { %><span class="line<% if (line.sign) { %> <%= line.sign %><% } %>"><% if (line.sign) { %><mark><%= line.text %></mark><% } else { %><%= line.text %><% } %></span><% } %></pre><% } else { %><p>there is none</p><% } %></figure><% } %></div><% } %>
<% if (item.explanation) { %><details><summary>The explanation</summary><div><pre class="text" tabindex="0" role="group" aria-label="The explanation of <%= item.word %> <%= item.number %>"><%= item.explanation %></pre></div></details><% } %>
<% if (item.shown) { %><details><summary><%= item.shown.title %></summary><div>
<% for (const part of item.shown.parts) { %><h4><%= part.name %><button type="button" class="copy" hidden data-of="<%= part.id %>" aria-label="Copy: <%= part.name %>">Copy</button></h4><pre class="text" id="<%= part.id %>" tabindex="0" role="group" aria-label="<%= part.name %> of <%= item.word %> <%= item.number %>"><%= part.text %></pre><% } %>
<% for (const text of item.shown.assumes) { %><p>It holds where <%= text %>.</p><% } %>
</div></details><% } %>
</article>
<% } %></section><% } %>
<% if (it.accepted.length > 0) { %><section aria-labelledby="accepted-title"><h2 id="accepted-title">Waived (<%= it.accepted.length %>)</h2><ul class="plain"><% for (const one of it.accepted) { %><li><%= one %></li><% } %></ul></section><% } %>
<% if (it.assumptions.length > 0) { %><section aria-labelledby="assumed-title"><h2 id="assumed-title">Taken for granted</h2><ul class="plain"><% for (const one of it.assumptions) { %><li><%= one %></li><% } %></ul></section><% } %>
<% for (const note of it.notes) { %><p><%= note %></p><% } %>
</main>
<footer>Written by kmsward <%= it.version %>. The page is whole by itself and loads nothing. Every request that it shows was decided by the evaluator.</footer>
<script><%~ it.script %></script>
</body>
</html>
`;
