// The index: everything of it is one list, of which a part is drawn.
"use strict";

const rows = document.getElementById("rows");
const search = document.getElementById("search");
const filter = document.getElementById("filter");
const more = document.getElementById("more");
const step = 200;
let records = [];
let version = "";
let limit = step;
let known = 0;

const saved = new URLSearchParams(location.hash.slice(1));
search.value = saved.get("search") || "";
filter.value = saved.get("show") || "all";

function matching() {
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  return records.filter(record => {
    if (filter.value === "flags" && !(record.rank > 0)) return false;
    if (filter.value === "errors" && !record.faults) return false;
    const text = `${record.name} ${record.who || ""} ${record.words || ""}`.toLowerCase();
    return words.every(word => text.includes(word));
  });
}

function cell(row, content) {
  const cell = row.insertCell();
  cell.append(content);
  return cell;
}

function draw() {
  const focused = document.activeElement && document.activeElement.dataset ? document.activeElement.dataset.id : undefined;
  const open = new Set([...rows.querySelectorAll("details[open]")].map(details => details.dataset.id));
  const found = matching();
  const drawn = document.createDocumentFragment();
  for (const record of found.slice(0, limit)) {
    const row = document.createElement("tr");
    const link = document.createElement("a");
    link.href = `record/${record.id}`;
    link.textContent = record.name;
    link.dataset.id = record.id;
    cell(row, link);
    cell(row, record.who || "");
    const state = cell(row, "");
    if (record.faults) {
      const details = document.createElement("details");
      details.dataset.id = record.id;
      const summary = document.createElement("summary");
      summary.textContent = record.words;
      summary.className = "faulty";
      const text = document.createElement("pre");
      details.append(summary, text);
      details.addEventListener("toggle", async () => {
        if (details.open) text.textContent = await (await fetch(`faults/${record.id}`)).text();
      });
      details.open = open.has(String(record.id));
      state.append(details);
    } else {
      state.textContent = record.words || "…";
      state.className = `rank${record.rank || 0}`;
    }
    drawn.append(row);
  }
  rows.replaceChildren(drawn);
  more.textContent = found.length > limit ? `${found.length - limit} more below` : "";
  document.getElementById("count").textContent =
    `${found.length === records.length ? records.length : `${found.length} of ${records.length}`} ${records.length === 1 ? "record" : "records"}`
    + (known < records.length ? `, ${known} looked at` : "");
  if (focused) rows.querySelector(`a[data-id="${focused}"]`)?.focus({ preventScroll: true });
  history.replaceState(null, "", "#" + new URLSearchParams({ search: search.value, show: filter.value }));
}

let loading = false;
let again = false;
async function load() {
  if (loading) { again = true; return; }
  loading = true;
  do {
    again = false;
    try {
      const answer = await fetch("records.json");
      if (answer.ok) {
        const data = await answer.json();
        ({ records, version, known } = data);
        draw();
      }
    } catch { /* The line to the server tells of it. */ }
    await new Promise(done => setTimeout(done, again ? 1000 : 0));
  } while (again);
  loading = false;
}

function links() { return [...rows.querySelectorAll("a[data-id]")]; }

function move(by) {
  const all = links();
  const at = all.indexOf(document.activeElement);
  const next = all[Math.min(Math.max(at + by, 0), all.length - 1)];
  if (at + by >= all.length - 5 && matching().length > limit) { limit += step; draw(); }
  next?.focus();
}

document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const isTyping = event.target === search;
  if (event.key === "ArrowDown" || (!isTyping && event.key === "j")) { move(1); event.preventDefault(); }
  else if (event.key === "ArrowUp" || (!isTyping && event.key === "k")) { move(-1); event.preventDefault(); }
  else if (event.key === "/" && !isTyping) { search.focus(); search.select(); event.preventDefault(); }
  else if (event.key === "Escape" && isTyping) { search.value = ""; limit = step; draw(); }
  else if (event.key === "Enter" && isTyping) links()[0]?.click();
});
search.addEventListener("input", () => { limit = step; draw(); });
filter.addEventListener("input", () => { limit = step; draw(); });
new IntersectionObserver(seen => {
  if (seen.some(entry => entry.isIntersecting) && matching().length > limit) { limit += step; draw(); }
}).observe(more);

connect(name => { if (name !== version) load(); }, load);
load();

// The line to the server, for as long as the page is looked at: a browser has only a few lines to one server.
function connect(onVersion, onIndex) {
  const live = document.getElementById("live");
  let source;
  let timer;
  function say(text, isLost) { live.textContent = text; live.classList.toggle("lost", isLost); }
  function open() {
    clearTimeout(timer);
    source?.close();
    source = new EventSource("events");
    source.addEventListener("version", event => { say("live", false); onVersion(event.data); });
    source.addEventListener("index", () => onIndex());
    source.onerror = async () => {
      if (source.readyState === EventSource.CLOSED) timer = setTimeout(open, 1000);
      try {
        const answer = await fetch("index.js", { method: "HEAD" });
        if (answer.status === 404) say("the preview was started anew: its address stands in the terminal", true);
      } catch { say("no preview is running; waiting for it", true); }
    };
  }
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) { source?.close(); clearTimeout(timer); } else open();
  });
  open();
}
