/** What a page without scripts lacks: the filter, sorting, copying, and details that open for the printer. Text goes in as text only. */
export const SCRIPT = `
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const filters = document.querySelector(".filters");
  if (filters) {
    filters.hidden = false;
    const search = filters.querySelector("input[type=search]");
    const boxes = all("input[type=checkbox]", filters);
    const told = filters.querySelector("output");
    const items = all("[data-item]");
    const apply = () => {
      const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
      const shown = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
      let count = 0;
      for (const item of items) {
        const text = item.textContent.toLowerCase();
        const fits = shown.has(item.dataset.item) && words.every((word) => text.includes(word));
        item.hidden = !fits;
        if (fits && item.tagName === "ARTICLE") count++;
      }
      for (const section of all("section[data-group]")) section.hidden = !all("article", section).some((item) => !item.hidden);
      told.textContent = count + " of " + items.filter((item) => item.tagName === "ARTICLE").length + " shown";
    };
    filters.addEventListener("input", apply);
    apply();
  }
  for (const table of all("table.overview")) {
    all("thead th", table).forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = head.textContent;
      head.replaceChildren(button);
      button.addEventListener("click", () => {
        const down = head.getAttribute("aria-sort") === "ascending";
        for (const other of all("thead th", table)) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        const rows = all("tbody tr", table).sort((a, b) => {
          const [x, y] = [a, b].map((row) => row.children[column]?.textContent ?? "");
          return (x < y ? -1 : x > y ? 1 : 0) * (down ? -1 : 1);
        });
        table.tBodies[0].append(...rows);
      });
    });
  }
  for (const button of all("button.copy")) {
    if (!navigator.clipboard) continue;
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.of).textContent);
      button.textContent = "Copied";
      button.setAttribute("aria-label", "Copied");
    });
  }
  addEventListener("beforeprint", () => { for (const one of all("details")) one.open = true; });
})();
`;
