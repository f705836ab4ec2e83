/** The pages in Eta's language: `<%= %>` escapes. What is put in raw (`<%~ %>`) are parts of these templates and the style alone. */

export const LAYOUT = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title><%= it.title %> · policy coverage</title>
<style><%~ it.style %></style>
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header>
<p class="crumbs"><% if (it.home) { %><a href="<%= it.home %>">All policies</a> › <% } %>policy coverage</p>
<h1><%= it.title %></h1>
<p class="sub"><%= it.subtitle %></p>
</header>
<main id="main">
<%~ it.body %>
</main>
<footer>kmsward: a part is covered once it decided something in a test: a statement that fixed the decision, with the entries and conditions that made it apply.</footer>
<script><%~ it.script %></script>
</body>
</html>
`;

export const TILES = `<ul class="tiles">
<% for (const tile of it.tiles) { %><li><span class="name"><%= tile.name %></span> <span class="percent <%= tile.level %>"><%= tile.percent %></span><span class="of"><%= tile.of %></span><span class="bar" aria-hidden="true"><i class="<%= tile.level %>" style="width:<%= tile.width %>%"></i></span></li>
<% } %></ul>
`;

export const HOLES = `<% if (it.holes.length > 0) { %><h2><%= it.heading %></h2>
<ul class="holes">
<% for (const hole of it.holes) { %><li><span class="where"><% if (hole.href) { %><a href="<%= hole.href %>"><%= hole.where %></a><% } else { %><%= hole.where %><% } %></span><span><%= hole.message %></span></li>
<% } %></ul>
<% if (it.more > 0) { %><p class="sub">and <%= it.more %> more, told on the pages of the policies</p><% } %>
<% } %>`;

export const INDEX = `<%~ it.tiles %>
<h2>Policies</h2>
<div class="scroll"><table class="policies">
<thead><tr><th scope="col">Policy</th><th scope="col">Whole</th><% for (const head of it.heads) { %><th scope="col"><%= head %></th><% } %></tr></thead>
<tbody>
<% for (const row of it.rows) { %><tr><th scope="row"><a href="<%= row.href %>"><%= row.title %></a><span class="kind"><%= row.kind %></span></th><td class="whole"><span class="<%= row.whole.level %>"><%= row.whole.percent %></span><span class="bar" aria-hidden="true"><i class="<%= row.whole.level %>" style="width:<%= row.whole.width %>%"></i></span></td><% for (const cell of row.cells) { %><td class="<%= cell.level %>"><%= cell.text %></td><% } %></tr>
<% } %></tbody>
</table></div>
<%~ it.holes %>
<% if (it.untouched.length > 0) { %><h2>Not touched by any test</h2>
<ul class="holes plain">
<% for (const one of it.untouched) { %><li><a href="<%= one.href %>"><%= one.title %></a></li>
<% } %></ul><% } %>
`;

export const SOURCE = `<h2><%= it.heading %></h2>
<ul class="legend"><li><mark class="decided">decided</mark> fixed a decision</li><li><mark class="matched">matched</mark> matched, and something else decided</li><li><mark class="failed">failed</mark> was evaluated, and did not match</li><li><mark class="never">never</mark> no request came so far</li><li><span class="badge">never fails</span> a condition that no test sees fail</li><li>number in the margin: how often the line decided</li><li><kbd>n</kbd> <kbd>p</kbd> next and previous hole</li></ul>
<div class="frame"><table class="code"><colgroup><col class="of-no"/><col class="of-hits"/><col/></colgroup><tbody>
<% for (const line of it.lines) { if (line.folded) { %><tr class="fold"><td colspan="3">⋯ <%= line.folded %> lines without policies</td></tr>
<% } else { %><tr id="<%= it.anchor %><%= line.number %>"<% if (line.block) { %> class="block-<%= line.block %>"<% } %>><td class="no"><a href="#<%= it.anchor %><%= line.number %>"><%= line.number %></a></td><td class="hits<%= line.decided === 0 ? " none" : "" %>"><%= line.decided === undefined ? "" : line.decided + "×" %></td><td><% for (const part of line.segments) { if (part.mark) { %><mark class="<%= part.mark.status %>"<% if (part.mark.first) { %> tabindex="0"<% } %>><%= part.text %><span class="tip" role="note"><%= part.mark.told %></span></mark><% if (part.badge) { %><span class="badge" tabindex="0" title="<%= part.badge.told %>"><%= part.badge.text %></span><% } } else { %><%= part.text %><% } } %><% if (line.opens) { %><span class="opens s-<%= line.opens.status %>" tabindex="0"><%= line.opens.told %></span><% } %></td></tr>
<% } } %></tbody></table></div>
`;

export const ITEMS = `<h2><%= it.heading %></h2>
<p class="sub"><%= it.why %></p>
<ul class="holes">
<% for (const item of it.items) { %><li><mark class="<%= item.status %>"><%= item.status %></mark><span><%= item.told %></span></li>
<% } %></ul>
`;
