/// The look of the list of patients, and the script that sorts and filters it.
enum IndexStyle {
  static let sheet = """

    :root { --line: #767676; --soft: #f2f2f2; --ink: #111; --paper: #fff; --link: #0b4f9e; }
    @media (prefers-color-scheme: dark) {
      :root { --line: #8c8c8c; --soft: #262626; --ink: #eee; --paper: #161616; --link: #9cc7ff; }
    }
    body { margin: 1rem; font: 1rem/1.4 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
    h1 { margin: 0 0 .3rem; font-size: 1.4rem; }
    a { color: var(--link); }
    .counts { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; margin: 0; padding: 0; list-style: none; }
    .tools { display: flex; flex-wrap: wrap; gap: .5rem 1.2rem; align-items: baseline; margin: .8rem 0; }
    .tools[hidden] { display: none; }
    input, select, button { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--line); }
    thead button { padding: 0; border: 0; background: none; font-weight: bold; text-decoration: underline dotted; cursor: pointer; }
    .scroll { overflow-x: auto; }
    table { border-collapse: collapse; width: 100%; }
    caption { text-align: left; font-weight: bold; padding: .3rem 0; }
    th, td { padding: .3rem .5rem; border: 1px solid var(--line); text-align: left; vertical-align: top; font-weight: normal; }
    thead th { font-weight: bold; background: var(--soft); }
    .slot th { background: var(--soft); font-weight: bold; }
    .level { white-space: nowrap; }
    .l5, .l4 { font-weight: bold; border-left: .4rem double var(--ink); }
    .l3 { font-weight: bold; border-left: .4rem solid var(--ink); }
    .l2 { border-left: .2rem solid var(--ink); }
    .open, .other, footer, .more { font-size: .875rem; }
    code { overflow-wrap: anywhere; }
    footer { margin-top: 1rem; }
    @media print { .tools, .other { display: none; } .scroll { overflow: visible; } tr { break-inside: avoid; } thead { display: table-header-group; } }

    """

  static let script = """

    (function () {
      "use strict";
      var tools = document.getElementById("tools"), search = document.getElementById("search");
      var level = document.getElementById("level"), shown = document.getElementById("shown");
      var table = document.querySelector("table");
      var rows = Array.from(table.querySelectorAll("tbody tr[data-rank]"));
      tools.hidden = false;
      function filter() {
        var words = search.value.toLowerCase().split(/\\s+/).filter(Boolean), count = 0;
        rows.forEach(function (row) {
          var text = row.textContent.toLowerCase();
          var fits = (level.value === "" || row.dataset.rank === level.value ||
            (level.value !== "0" && row.dataset.open === level.value)) &&
            words.every(function (word) { return text.indexOf(word) >= 0; });
          row.hidden = !fits;
          if (fits) { count += 1; }
        });
        shown.textContent = count + " of " + rows.length + " shown";
      }
      search.addEventListener("input", filter);
      level.addEventListener("change", filter);
      filter();
      Array.from(table.tHead.rows[0].cells).forEach(function (head, column) {
        var button = document.createElement("button");
        button.type = "button";
        button.textContent = head.textContent;
        head.textContent = "";
        head.appendChild(button);
        button.addEventListener("click", function () {
          var down = head.getAttribute("aria-sort") === "ascending";
          Array.from(table.tHead.rows[0].cells).forEach(function (other) { other.removeAttribute("aria-sort"); });
          head.setAttribute("aria-sort", down ? "descending" : "ascending");
          function key(row) {
            var cell = row.cells[column];
            return cell.dataset.key === undefined ? cell.textContent : Number(cell.dataset.key);
          }
          var sorted = rows.map(function (row, place) { return { row: row, key: key(row), place: place }; });
          sorted.sort(function (a, b) {
            var order = typeof a.key === "number" ? a.key - b.key : a.key.localeCompare(b.key, undefined, { numeric: true });
            return (down ? -order : order) || a.place - b.place;
          });
          Array.from(table.querySelectorAll("tr.slot")).forEach(function (slot) { slot.remove(); });
          sorted.forEach(function (item) { table.tBodies[0].appendChild(item.row); });
        });
      });
    }());

    """
}
