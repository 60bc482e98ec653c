// One record: its report in a frame that runs no script, and what stands behind it.
"use strict";

const $ = id => document.getElementById(id);
const base = location.pathname.replace(/record\/[0-9]+$/, "");
const id = location.pathname.split("/").pop();
const panel = $("panel");
const tabs = ["page", "text", "verdicts", "fields", "record"];
const query = new URLSearchParams(location.search);
const view = {
  template: query.get("template") || "", asOf: query.get("as-of") || "",
  tab: tabs.includes(query.get("tab")) ? query.get("tab") : "page", mode: query.get("mode") || "screen",
};
if (![...$("mode").options].some(option => option.value === view.mode)) view.mode = "screen";
let version = "";
let state = null;
let drawn = "";
let frame = null;

function parameters() {
  const all = new URLSearchParams();
  if (view.template) all.set("template", view.template);
  if (view.asOf) all.set("as-of", view.asOf);
  return all;
}

function address(path, record = id) { return `${base}${path}/${record}?${parameters()}`; }

function remember() {
  const all = parameters();
  if (view.tab !== "page") all.set("tab", view.tab);
  if (view.mode !== "screen") all.set("mode", view.mode);
  history.replaceState(null, "", `${location.pathname}?${all}`);
  for (const [link, other] of [["before", state?.before], ["after", state?.after]]) {
    if (other) $(link).href = `${base}record/${other}?${all}`; else $(link).removeAttribute("href");
  }
}

// State: one request at a time; what changes meanwhile asks for another.

let loading = false;
let again = false;
async function load() {
  if (loading) { again = true; return; }
  loading = true;
  do {
    again = false;
    try {
      const answer = await fetch(address("state.json"));
      if (answer.ok) {
        state = await answer.json();
        version = state.version;
        await show();
      } else if (answer.status === 404) {
        lost("There is no such record or template any more.");
      } else {
        lost("The preview cannot show this.");
      }
    } catch { /* The line to the server tells of it. */ }
  } while (again);
  loading = false;
}

function lost(words) {
  $("overlay-title").textContent = words;
  $("overlay-note").textContent = "Other records and templates are not affected.";
  $("overlay-text").textContent = "";
  $("overlay").hidden = false;
}

async function show() {
  $("name").textContent = state.name;
  document.title = `${state.name} · Legbrief preview`;
  $("position").textContent = `${state.position} of ${state.count}`;
  $("level").textContent = state.words || "";
  $("level").className = `level rank${state.rank || 0}`;
  if (!view.template) view.template = state.template;
  const names = state.templates.includes(view.template) ? state.templates : [view.template, ...state.templates];
  if ([...$("template").options].map(option => option.value).join("\n") !== names.join("\n")) {
    $("template").replaceChildren(...names.map(name => new Option(name, name)));
  }
  $("template").value = view.template;
  if (document.activeElement !== $("as-of")) $("as-of").value = view.asOf || state.asOf || "";
  $("tab-text").textContent = state.isPlain ? "Text" : "Markdown";
  $("overlay-title").textContent = "Errors";
  $("overlay-note").textContent = state.hasReport ? "Below is the last good report." : "There is no report yet.";
  if ($("overlay-text").textContent !== state.errors) $("overlay-text").textContent = state.errors;
  $("overlay").hidden = state.errors === "";
  $("warnings").hidden = state.warnings === "";
  if ($("warnings-text").textContent !== state.warnings) $("warnings-text").textContent = state.warnings;
  remember();
  await draw();
}

async function draw() {
  const key = `${view.tab}\n${view.template}\n${view.asOf}\n${state.digest}` + (view.tab === "record" || view.tab === "fields" ? `\n${state.version}` : "");
  if (key === drawn) return;
  for (const tab of tabs) {
    $(`tab-${tab}`).setAttribute("aria-selected", String(tab === view.tab));
    $(`tab-${tab}`).tabIndex = tab === view.tab ? 0 : -1;
  }
  panel.setAttribute("aria-labelledby", `tab-${view.tab}`);
  const isPage = view.tab === "page" && !state.isPlain;
  $("why").hidden = !(isPage && $("why-on").checked);
  if (isPage) {
    if (state.hasReport) await drawPage(); else { panel.replaceChildren(); frame = null; }
  } else {
    const kept = panel.scrollTop;
    const content = await documentOf(view.tab === "page" ? "text" : view.tab);
    panel.className = "document";
    panel.replaceChildren(content);
    frame = null;
    panel.scrollTop = kept;
  }
  drawn = key;
  document.documentElement.dataset.shown = state.version;
}

// The page. Where its style is the one that is shown, its body takes the place of the other's: nothing scrolls. Else the next page is
// made ready behind the one that is seen, then takes its place at the same scroll position.

async function drawPage() {
  const url = `${address("page")}&v=${state.digest}`;
  if (frame?.contentDocument && view.mode !== "print" && !frame.dataset.printed && await exchange(url)) return;
  await replace(url);
}

async function exchange(url) {
  const answer = await fetch(url);
  if (!answer.ok) return false;
  const now = frame.contentDocument;
  const text = await answer.text();
  const sheets = /<style>([\s\S]*?)<\/style>/g;
  const style = [...now.querySelectorAll("style")].map(style => style.textContent).join("\n");
  if (style !== [...text.matchAll(sheets)].map(sheet => sheet[1]).join("\n")) return false;
  const next = new DOMParser().parseFromString(text.replace(sheets, ""), "text/html");
  if (now.documentElement.className !== next.documentElement.className) return false;
  const place = [frame.contentWindow.scrollX, frame.contentWindow.scrollY];
  const position = allStatements(now).indexOf(pointed);
  now.title = next.title;
  now.documentElement.lang = next.documentElement.lang;
  now.body.replaceWith(now.adoptNode(next.body));
  frame.contentWindow.scrollTo(place[0], place[1]);
  arrange();
  const same = pinned ? "pinned" : "";
  unpin();
  pointed = null;
  const statement = allStatements(now)[position];
  if (statement) point(statement);
  if (statement && same) pin(statement);
  return true;
}

function replace(url) {
  return new Promise(done => {
    const coming = document.createElement("iframe");
    coming.title = "Report";
    coming.className = "coming";
    // No script of the page runs; this one reads its document, and may print it.
    coming.setAttribute("sandbox", "allow-same-origin allow-modals");
    const ready = () => {
      const place = frame?.contentWindow ? [frame.contentWindow.scrollX, frame.contentWindow.scrollY, panel.scrollTop] : [0, 0, 0];
      const wasPage = frame !== null;
      const isFocused = document.activeElement === frame;
      for (const child of [...panel.children]) if (child !== coming) child.remove();
      coming.className = "";
      frame = coming;
      arrange();
      if (wasPage) {
        coming.contentWindow.scrollTo(place[0], place[1]);
        panel.scrollTop = place[2];
      }
      if (isFocused) coming.focus();
      listen(coming.contentDocument);
      done();
    };
    coming.addEventListener("load", ready, { once: true });
    coming.addEventListener("error", done, { once: true });
    coming.src = url;
    panel.append(coming);
  });
}

/// Screen, phone, or the sheets of a print.
function arrange() {
  panel.className = view.mode;
  panel.querySelectorAll(".break").forEach(mark => mark.remove());
  if (!frame) return;
  frame.style.height = "";
  if (view.mode !== "print") return;
  const page = frame.contentDocument;
  for (const sheet of page.styleSheets) asPrinted(sheet);
  frame.dataset.printed = "yes";
  page.documentElement.style.colorScheme = "light";
  page.body.style.background = "#fff";
  const footer = page.querySelector("footer");
  if (footer) footer.style.position = "static";
  panel.className = "print";
  const margins = 20 * 96 / 25.4;
  frame.style.height = `${page.documentElement.scrollHeight + margins}px`;
  sheets(page);
}

/// Rules for paper count, rules for screens do not: what @media print would do, on a screen.
function asPrinted(parent) {
  for (const rule of parent.cssRules) {
    if (rule.media) {
      const text = rule.media.mediaText;
      rule.media.mediaText = /\bprint\b/.test(text) ? "all" : "not all";
    }
    if (rule.cssRules && rule.cssRules.length) asPrinted(rule);
  }
}

/// Where a sheet ends: at a line across, and where the next block would not fit; nearly as a browser prints it.
function sheets(page) {
  const millimetre = 96 / 25.4;
  const full = (297 - 20 - 7.5) * millimetre;
  const main = page.querySelector("main");
  if (!main) return;
  const blocks = main.querySelectorAll("h1, h2, h3, p, li, tr, figure, pre, blockquote, .alert, hr");
  let start = 0;
  let number = 1;
  let isNew = false;
  let heading = null;
  for (const block of blocks) {
    if (block.parentElement.closest("li, tr, figure, pre, blockquote, .alert")) continue;
    const { top, bottom } = block.getBoundingClientRect();
    if (block.tagName === "HR") { isNew = true; continue; }
    if (isNew || bottom - start > full) {
      const at = !isNew && heading ? heading : top;
      number += 1;
      mark(at, number);
      start = at;
      isNew = false;
    }
    heading = /^H[123]$/.test(block.tagName) ? heading ?? top : null;
  }
}

function mark(top, number) {
  const line = document.createElement("div");
  line.className = "break";
  const words = document.createElement("span");
  words.textContent = `sheet ${number}`;
  line.append(words);
  line.style.top = `${frame.offsetTop + 10 * 96 / 25.4 + top}px`;
  panel.append(line);
}

// Documents beside the page

async function documentOf(kind) {
  const element = document.createElement("div");
  try {
    if (kind === "text") {
      const answer = await fetch(address("text"));
      const text = document.createElement("pre");
      text.textContent = answer.ok ? await answer.text() : "";
      element.append(text);
    } else if (kind === "record") {
      const answer = await fetch(`${base}source/${id}`);
      element.append(numbered(answer.ok ? await answer.text() : ""));
    } else if (kind === "verdicts") {
      const answer = await fetch(address("verdicts.json"));
      if (answer.ok) element.append(verdictTable(await answer.json()));
    } else {
      const answer = await fetch(address("fields.json"));
      const fields = answer.ok ? await answer.json() : [];
      element.append(
        paragraph(`${fields.length} fields that this template prints, asks about or goes into.`),
        table(["Field", "Kind", "Meaning"], fields.map(field => [code(field.name), field.kind, field.meaning])));
    }
  } catch { element.append(paragraph("The preview does not answer.")); }
  return element;
}

function paragraph(text) {
  const element = document.createElement("p");
  element.textContent = text;
  return element;
}

function code(text) {
  const element = document.createElement("code");
  element.textContent = text;
  return element;
}

function table(heads, rows) {
  const element = document.createElement("table");
  const head = element.createTHead().insertRow();
  for (const text of heads) {
    const cell = document.createElement("th");
    cell.scope = "col";
    cell.textContent = text;
    head.append(cell);
  }
  const body = element.createTBody();
  for (const row of rows) {
    const line = body.insertRow();
    for (const content of row) line.insertCell().append(content);
  }
  return element;
}

function verdictTable(data) {
  const element = document.createElement("div");
  const counts = {};
  for (const verdict of data.verdicts) counts[verdict.value] = (counts[verdict.value] || 0) + 1;
  const words = { met: "met", notMet: "not met", notRecorded: "not recorded" };
  element.append(paragraph(Object.entries(words).map(([key, text]) => `${counts[key] || 0} ${text}`).join(", ")));
  const order = { met: 0, notMet: 1, notRecorded: 2 };
  const sorted = [...data.verdicts].sort((a, b) => order[a.value] - order[b.value]);
  element.append(table(["Rule", "Value", "Words", "Evidence or what is missing"], sorted.map(verdict => {
    const list = verdict.evidence.length
      ? verdict.evidence.slice(0, 8).map(found => `${found.item}: ${found.value} (${found.at})`).join("; ")
        + (verdict.evidence.length > 8 ? `; and ${verdict.evidence.length - 8} more` : "")
      : verdict.missing.length ? `missing: ${verdict.missing.join(", ")}` : "";
    return [code(verdict.rule), words[verdict.value] + (verdict.urgency ? `, ${verdict.urgency}` : ""), verdict.text, list];
  })));
  return element;
}

function numbered(text) {
  const list = document.createElement("ol");
  list.className = "lines";
  text.split("\n").forEach((line, position) => {
    const item = document.createElement("li");
    item.id = `line-${position + 1}`;
    item.textContent = line || " ";
    list.append(item);
  });
  return list;
}

async function showLine(number) {
  view.tab = "record";
  await draw();
  const line = $(`line-${number}`) || $("line-1");
  panel.querySelectorAll(".found").forEach(found => found.classList.remove("found"));
  line?.classList.add("found");
  line?.scrollIntoView({ block: "center" });
  remember();
}

// Why: from a statement of the page to its rules, their evidence, and the line of the template.

let why = null;
let whyKey = "";
let pinned = null;
let pointed = null;
const statements = "h1, h2, h3, p, li, tr, figure";

async function loadWhy() {
  const key = `${view.template}\n${view.asOf}\n${state.version}`;
  if (key !== whyKey) {
    whyKey = key;
    why = fetch(address("why.json")).then(answer => answer.ok ? answer.json() : null).catch(() => null);
  }
  return why;
}

function plain(text) { return text.replace(/\s+/g, " ").trim().toLowerCase(); }

/// The rules whose places the statement links to, else those whose words it holds.
function rulesOf(statement, rules) {
  const linked = new Set();
  for (const link of statement.querySelectorAll("a[href^='#'], a[id]")) {
    for (const name of [decodeURIComponent((link.getAttribute("href") || "").slice(1)), link.id]) {
      linked.add(name.replace(/^evidence\./, ""));
    }
  }
  const byLink = rules.filter(rule => linked.has(rule.id));
  if (byLink.length) return byLink;
  const text = plain(statement.textContent);
  const found = rules.map(rule => {
    const words = [rule.text, rule.title, ...rule.ask].filter(words => words.length > 5).map(plain);
    return [Math.max(0, ...words.filter(words => text.includes(words) || (text.length > 24 && words.includes(text))).map(words => words.length)), rule];
  }).filter(([length]) => length > 0).sort((a, b) => b[0] - a[0]);
  return found.slice(0, 6).map(([, rule]) => rule);
}

async function explain(statement) {
  const data = await loadWhy();
  if (!data || (pinned && pinned !== statement) || pointed !== statement) return;
  const parts = [];
  const places = placesOf(statement, data);
  if (places.length) {
    const section = document.createElement("section");
    section.append(heading("Printed by"), list(places.map(place => code(place))));
    parts.push(section);
  }
  for (const rule of rulesOf(statement, data.rules)) {
    const section = document.createElement("section");
    section.append(heading(`${rule.id}: ${rule.title}`));
    section.append(paragraph(rule.value + (rule.text ? `. ${rule.text}` : "")));
    if (rule.evidence.length) {
      section.append(list(rule.evidence.slice(0, 12).map(found => {
        const item = document.createElement("span");
        const line = document.createElement("a");
        line.href = "#";
        line.textContent = `${data.file.split("/").pop()}:${found.line}`;
        line.addEventListener("click", event => { event.preventDefault(); showLine(found.line); });
        item.append(`${found.item}: ${found.value}${found.date ? `, ${found.date}` : ""} `, line);
        return item;
      })));
      if (rule.evidence.length > 12) section.append(paragraph(`and ${rule.evidence.length - 12} more`));
    }
    if (rule.missing.length) section.append(paragraph(`Not recorded: ${rule.missing.join(", ")}`));
    if (rule.sources.length) section.append(paragraph(`Sources: ${rule.sources.join(", ")}`));
    parts.push(section);
  }
  if (!parts.length) parts.push(paragraph("No rule stands behind this: it is the template's own text, or the record's own words."));
  $("why-text").replaceChildren(...parts);
}

function heading(text) {
  const element = document.createElement("h3");
  element.textContent = text;
  return element;
}

function list(items) {
  const element = document.createElement("ul");
  for (const item of items) {
    const line = document.createElement("li");
    line.append(item);
    element.append(line);
  }
  return element;
}

function allStatements(page) {
  return [...page.querySelectorAll("main " + statements.split(", ").join(", main "))];
}

/// The lines of templates that printed the statement: the server counts statements as they stand in the page.
function placesOf(statement, data) {
  const all = allStatements(statement.ownerDocument);
  // A page frame with statements of its own has others than the report.
  return data.places?.length === all.length ? data.places[all.indexOf(statement)] : [];
}

function point(statement) {
  if (!$("why-on").checked || pinned || !statement || statement === pointed) return;
  pointed?.style.removeProperty("outline");
  pointed = statement;
  statement.style.outline = "2px solid #0b6bc0";
  explain(statement);
}

function listen(page) {
  pinned = null;
  pointed = null;
  $("why").classList.remove("pinned");
  const of = event => event.target.closest ? event.target.closest(statements) : null;
  page.addEventListener("mouseover", event => point(of(event)));
  page.addEventListener("focusin", event => point(of(event)));
  page.addEventListener("click", event => {
    const statement = of(event);
    if (event.target.closest("a") || !statement) return;
    unpin();
    point(statement);
    pin(statement);
  });
  page.addEventListener("keydown", keys);
}

function pin(statement) {
  pinned = statement;
  $("why").classList.add("pinned");
}

function unpin() {
  pinned = null;
  $("why").classList.remove("pinned");
}

function stepTo(by) {
  if (!frame) return;
  const all = allStatements(frame.contentDocument);
  const next = all[Math.min(Math.max(all.indexOf(pointed) + by, 0), all.length - 1)];
  if (!next) return;
  unpin();
  next.tabIndex = -1;
  next.focus();
  point(next);
  next.scrollIntoView({ block: "nearest" });
}

// Keys, controls

function keys(event) {
  if ((event.ctrlKey || event.metaKey) && event.key === "p" && view.tab === "page") {
    event.preventDefault();
    printPage();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const isTyping = event.target.matches?.("input, select, textarea");
  if (event.key === "Escape") { unpin(); return; }
  if (isTyping) return;
  // Arrows belong to whatever scrolls or moves by itself.
  const isPlace = event.target === event.target.ownerDocument?.body;
  if (event.key === "j" || (event.key === "ArrowRight" && isPlace)) $("after").href && ($("after").click());
  else if (event.key === "k" || (event.key === "ArrowLeft" && isPlace)) $("before").href && ($("before").click());
  else if (event.key === "u") $("to-index").click();
  else if (event.key === "n") stepTo(1);
  else if (event.key === "p") stepTo(-1);
  else if (/^[1-5]$/.test(event.key)) choose(tabs[Number(event.key) - 1]);
  else return;
  event.preventDefault();
}

/// Prints the page as it is served: what the view of sheets did to it does not count.
function printPage() {
  if (!frame) { window.print(); return; }
  const page = document.createElement("iframe");
  page.title = "Report to print";
  page.className = "coming";
  page.setAttribute("sandbox", "allow-same-origin allow-modals");
  page.addEventListener("load", () => {
    page.contentWindow.addEventListener("afterprint", () => page.remove());
    page.contentWindow.print();
  }, { once: true });
  page.src = `${address("page")}&v=${state.digest}`;
  document.body.append(page);
}

function choose(tab) {
  view.tab = tab;
  remember();
  if (state) draw();
}

document.addEventListener("keydown", keys);
for (const tab of tabs) $(`tab-${tab}`).addEventListener("click", () => choose(tab));
document.querySelector("[role=tablist]").addEventListener("keydown", event => {
  const by = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
  if (!by) return;
  event.preventDefault();
  event.stopPropagation();
  choose(tabs[(tabs.indexOf(view.tab) + by + tabs.length) % tabs.length]);
  $(`tab-${view.tab}`).focus();
});
$("template").addEventListener("input", () => { view.template = $("template").value; remember(); load(); });
$("as-of").addEventListener("change", () => { view.asOf = $("as-of").value; remember(); load(); });
$("mode").value = view.mode;
$("mode").addEventListener("input", () => {
  view.mode = $("mode").value;
  remember();
  drawn = "";
  if (state) draw();
});
$("print").addEventListener("click", printPage);
$("why-on").addEventListener("input", () => { $("why").hidden = !($("why-on").checked && frame); pointed?.style.removeProperty("outline"); });

// The line to the server, for as long as the page is looked at: a browser has only a few lines to one server.

let source;
let timer;
function say(text, isLost) { $("live").textContent = text; $("live").classList.toggle("lost", isLost); }
function connect() {
  clearTimeout(timer);
  source?.close();
  source = new EventSource(`${base}events`);
  source.addEventListener("version", event => {
    say("live", false);
    if (event.data !== version) load();
  });
  source.onerror = async () => {
    if (source.readyState === EventSource.CLOSED) timer = setTimeout(connect, 1000);
    try {
      const answer = await fetch(`${base}view.js`, { method: "HEAD" });
      if (answer.status === 404) say("the preview was started anew: its address stands in the terminal", true);
    } catch { say("no preview is running; waiting for it", true); }
  };
}
document.addEventListener("visibilitychange", () => {
  if (document.hidden) { source?.close(); clearTimeout(timer); } else connect();
});
// On a small screen the report has the room, until somebody asks why.
if (innerWidth < 800) $("why-on").checked = false;
connect();
load();
