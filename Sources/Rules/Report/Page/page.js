"use strict";
(() => {
  const D = JSON.parse(document.getElementById("data").textContent);
  const STATES = ["new", "standing", "accepted", "first judged"];
  const PAGE = 50, PRINT = 1000;
  const $ = (id) => document.getElementById(id);
  const num = (n) => n.toLocaleString("en-GB");
  const plural = (n, word) => `${num(n)} ${n === 1 ? word : word === "child" ? "children" : word + "s"}`;
  // Values of the return reach the page as text only, never as markup.
  const el = (name, props = {}, ...kids) => {
    const e = document.createElement(name);
    for (const [k, v] of Object.entries(props)) {
      if (v === undefined || v === false) continue;
      if (k === "on") for (const [type, f] of Object.entries(v)) e.addEventListener(type, f);
      else if (k === "class") e.className = v;
      else e.setAttribute(k, v === true ? "" : v);
    }
    for (const kid of kids.flat()) if (kid !== null && kid !== undefined) e.append(kid);
    return e;
  };
  const collator = new Intl.Collator("en-GB", { numeric: true });

  // ---- The head ------------------------------------------------------------------------------------------------------------------------
  const C = D.counts, open = C.new + C.standing + C.first;
  $("about").textContent = `Recorded ${D.recorded}`;
  const figure = (n, text, kind = "") => el("div", { class: kind }, el("b", {}, num(n)), el("span", {}, text));
  $("figures").append(figure(open, open === 1 ? "finding to put right" : "findings to put right"));
  if (D.lastRun) $("figures").append(figure(C.new, "new", "new"), figure(C.standing, "standing"), figure(C.fixed, "fixed", "fixed"));
  if (D.lastRun && C.first) $("figures").append(figure(C.first, "of rules judged for the first time"));
  if (C.accepted || D.acceptances.length) $("figures").append(figure(C.accepted, "accepted", "accepted"));
  $("since").textContent = D.lastRun ? `New, standing and fixed are against the run recorded ${D.lastRun}.`
    : "This is the first run of this return: the next one will say what is new and what was fixed.";
  if (!D.complete) {
    $("short").hidden = false;
    $("short").textContent = `There are ${num(D.total)} findings, too many for one page. Counts by rule and by child are of all of them; `
      + `findings listed here are samples, up to ${D.samples} of each rule. Every finding is in ${D.csv}, beside this page.`
      + (D.childRows.length < D.childTotal ? ` By child are the ${num(D.childRows.length)} of ${num(D.childTotal)} children with the most findings.` : "");
  }
  const plain = (caption, heads, rows, numbers) => el("div", { class: "scroll", tabindex: 0, role: "group", "aria-label": caption }, el("table", {},
    el("caption", { class: "away" }, caption),
    el("thead", {}, el("tr", {}, heads.map((h, i) => el("th", { scope: "col", class: numbers.includes(i) ? "n" : undefined }, h)))),
    el("tbody", {}, rows.map((r) => el("tr", {}, r.map((c, i) => el(i ? "td" : "th", { scope: i ? undefined : "row", class: numbers.includes(i) ? "n" : undefined }, c)))))));
  const total = D.answers.reduce((sum, [, n]) => sum + n, 0);
  $("answers").append(el("ul", { class: "answers", "aria-label": "Answers of the rules" }, el("li", {}, el("b", {}, num(total)), " rules:"),
    D.answers.map(([name, n]) => el("li", {}, el("b", {}, num(n)), ` ${name}`))));
  if (D.reasons.length) $("reasons").append(el("details", {}, el("summary", {}, "Rules that did not run, and why"),
    plain("Rules that did not run", ["Answer", "Because", "Rules"], D.reasons.map(([a, r, codes]) => [a, r, el("span", { class: "codes" }, codes.join(" "))]), [])));
  const lastYear = D.files.some((f) => f[3] !== null);
  $("reasons").append(el("details", {}, el("summary", {}, `Files read (${plural(D.files.reduce((sum, f) => sum + (f[2] ?? 0), 0), "row")})`),
    plain("Files read", ["Module", "File", "Rows", ...(lastYear ? ["Last year's file", "Rows"] : [])],
      D.files.map(([m, file, rows, last, lastRows]) => [m, file ?? "", rows === null ? "not there" : num(rows),
        ...(lastYear ? [last ?? "", lastRows === null ? "not there" : num(lastRows)] : [])]), [2, 4])));
  if (D.warnings.length) $("reasons").append(el("details", {}, el("summary", {}, `Remarks on the files (${D.warnings.length})`),
    el("ul", {}, D.warnings.map((w) => el("li", {}, w)))));
  $("foot").textContent = "Made by loxley validate. Severity is the council's own setting (config/collections/ssda903_severity.csv); unknown means that nobody has filled it in.";

  // ---- The findings: [rule, row, state, acceptance?]; rows: [module, number, child, column, value, column, value …] ------------------------
  const childName = (i) => D.children[i] === "" ? "(no child)" : D.children[i];
  const texts = new Map();
  const textOf = (f) => {
    let t = texts.get(f);
    if (t === undefined) {
      const rule = D.rules[f[0]], row = D.rows[f[1]];
      t = [rule.code, rule.title, ...rule.fields, D.modules[row[0]].name, childName(row[2]), ...row.slice(3).filter((_, i) => i % 2)].join("\n").toLowerCase();
      texts.set(f, t);
    }
    return t;
  };
  const filter = { q: "", module: "", rule: "", severity: "", state: "", child: null };
  const wantsRule = (r, i) => (filter.rule === "" || +filter.rule === i) && (filter.severity === "" || r.severity === filter.severity);
  const findings = () => {
    const words = filter.q.toLowerCase().split(/\s+/).filter(Boolean);
    return D.findings.filter((f) => wantsRule(D.rules[f[0]], f[0])
      && (filter.child === null || D.rows[f[1]][2] === filter.child)
      && (filter.module === "" || D.rows[f[1]][0] === +filter.module)
      && (filter.state === "" || f[2] === +filter.state)
      && words.every((w) => textOf(f).includes(w)));
  };
  const none = () => ({ n: 0, states: [0, 0, 0, 0] });
  // Of a complete page every count follows the filters; of samples, counts come from the summaries.
  const byRule = (list) => {
    const words = filter.q.toLowerCase().split(/\s+/).filter(Boolean);
    if (D.complete) {
      const sums = new Map();
      for (const f of list) {
        const s = sums.get(f[0]) ?? none();
        s.n++; s.states[f[2]]++;
        sums.set(f[0], s);
      }
      const bare = !words.length && filter.module === "" && (filter.state === "" || filter.state === "fixed") && filter.child === null;
      return D.rules.map((r, i) => ({ r, i, ...(sums.get(i) ?? none()) }))
        .filter((x) => filter.state === "fixed" ? x.r.fixed && wantsRule(x.r, x.i) : x.n || (bare && x.r.fixed && wantsRule(x.r, x.i)));
    }
    return D.rules.map((r, i) => {
      const s = none();
      for (const [m, ...states] of r.modules) if (filter.module === "" || m === +filter.module)
        states.forEach((n, k) => { if (filter.state === "" || +filter.state === k) { s.n += n; s.states[k] += n; } });
      return { r, i, ...s };
    }).filter((x) => wantsRule(x.r, x.i) && (x.n || (filter.state === "fixed" && x.r.fixed)) && words.every((w) => `${x.r.code}\n${x.r.title}`.toLowerCase().includes(w)));
  };
  const byChild = (list) => {
    if (D.complete) {
      const sums = new Map();
      for (const f of list) {
        const c = D.rows[f[1]][2], s = sums.get(c) ?? { c, ...none(), rules: new Set(), fixed: D.fixed[c] ?? 0 };
        s.n++; s.states[f[2]]++; s.rules.add(f[0]);
        sums.set(c, s);
      }
      if (filter.state === "fixed" || (!filter.q && filter.child === null && [filter.module, filter.rule, filter.severity, filter.state].every((v) => v === "")))
        for (const [c, n] of Object.entries(D.fixed)) if (!sums.has(+c)) sums.set(+c, { c: +c, ...none(), rules: new Set(), fixed: n });
      return [...sums.values()].filter((s) => filter.state !== "fixed" || s.fixed);
    }
    const words = filter.q.toLowerCase().split(/\s+/).filter(Boolean);
    return D.childRows.map(([c, a, b, d, e, fixed, rules]) => ({ c, n: a + b + d + e, states: [a, b, d, e], fixed, rules: new Set(rules) }))
      .filter((s) => (filter.rule === "" || s.rules.has(+filter.rule)) && (filter.state === "" || (filter.state === "fixed" ? s.fixed : s.states[+filter.state]))
        && words.every((w) => childName(s.c).toLowerCase().includes(w)));
  };

  // ---- Tables that sort and turn pages -------------------------------------------------------------------------------------------------
  const count = (n) => el("td", { class: n ? "n" : "n zero" }, num(n));
  const views = [];
  const makeView = (id, name, columns, rowsOf, render, sort, empty) => {
    const view = { id, name, columns, rowsOf, render, sort, page: 0, all: [] };
    view.tab = el("button", { role: "tab", type: "button", id: `t-${id}`, "aria-controls": `p-${id}`, on: { click: () => select(view), keydown: arrows } });
    view.head = el("tr");
    view.body = el("tbody");
    view.pager = el("nav", { class: "pager", "aria-label": `Pages of ${name.toLowerCase()}` });
    view.panel = el("div", { role: "tabpanel", id: `p-${id}`, "aria-labelledby": `t-${id}` },
      el("div", { class: "scroll", tabindex: 0, role: "group", "aria-label": name }, el("table", {}, el("caption", { class: "away" }, name), el("thead", {}, view.head), view.body)), view.pager);
    view.update = (list) => { view.all = rowsOf(list); view.page = 0; view.draw(); };
    view.draw = (printing = false) => {
      view.tab.textContent = `${name} (${num(view.all.length)})`;
      view.head.replaceChildren(...columns.map(([title, key, isNumber], i) => el("th", {
        scope: "col", class: isNumber ? "n" : undefined, "aria-sort": key && view.sort[0] === i ? (view.sort[1] > 0 ? "ascending" : "descending") : undefined,
      }, key ? el("button", { type: "button", on: { click: () => {
        view.sort = [i, view.sort[0] === i ? -view.sort[1] : isNumber ? -1 : 1];
        view.page = 0; view.draw(); view.head.children[i].querySelector("button").focus();
      } } }, title) : title)));
      const [at, way] = view.sort, key = columns[at][1];
      // Keys once per row, ties in the order given.
      const keyed = view.all.map((x, i) => [key(x), i, x]);
      keyed.sort((a, b) => (typeof a[0] === "number" ? a[0] - b[0] : collator.compare(a[0], b[0])) * way || a[1] - b[1]);
      const size = printing ? PRINT : id === "rules" ? Infinity : PAGE, first = printing ? 0 : view.page * (size === Infinity ? 0 : size);
      const part = keyed.slice(first, first + size).map((x) => x[2]);
      view.body.replaceChildren(...(part.length ? part.flatMap((x) => render(x, printing)) : [el("tr", {}, el("td", { colspan: columns.length, class: "dim" }, empty))]));
      const pages = Math.max(1, Math.ceil(view.all.length / size)) || 1;
      const turn = (text, to, ok) => el("button", { type: "button", disabled: !ok, on: { click: () => { view.page = to; view.draw(); view.panel.scrollIntoView(); } } }, text);
      view.pager.replaceChildren(...(pages > 1 ? [turn("Previous", view.page - 1, view.page > 0),
        `${num(first + 1)} to ${num(Math.min(first + size, view.all.length))} of ${num(view.all.length)}`, turn("Next", view.page + 1, view.page < pages - 1)] : []));
      if (printing && view.all.length > PRINT) view.body.append(el("tr", {}, el("td", { colspan: columns.length }, `and ${num(view.all.length - PRINT)} more`)));
    };
    views.push(view);
    $("tabs").append(view.tab);
    $("panels").append(view.panel);
    return view;
  };
  const select = (chosen) => {
    for (const v of views) {
      v.tab.setAttribute("aria-selected", v === chosen);
      v.tab.tabIndex = v === chosen ? 0 : -1;
      v.panel.hidden = v !== chosen;
    }
  };
  const arrows = (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const at = views.findIndex((v) => v.tab === event.currentTarget), next = views[(at + step + views.length) % views.length];
    select(next);
    next.tab.focus();
  };
  // A line under a line: what was found and what would put it right.
  const folding = (columns, code, label, more, row, printing) => {
    const cell = el("td", { colspan: columns });
    const under = el("tr", { class: "more", hidden: !printing }, cell);
    if (printing) cell.append(more());
    const button = el("button", { type: "button", class: "fold", "aria-expanded": String(printing), "aria-label": label, on: { click: () => {
      const show = under.hidden;
      if (show && !cell.firstChild) cell.append(more());
      under.hidden = !show;
      button.setAttribute("aria-expanded", String(show));
    } } }, code);
    return [row(button), under];
  };
  const advice = (rule, extra = []) => el("dl", {}, [["Found", rule.found], ["To put right", rule.fix], ["Fields", rule.fields.join(", ")], ...extra]
    .flatMap(([t, d]) => [el("dt", {}, t), el("dd", {}, d)]));
  const set = (changes) => {
    Object.assign(filter, changes);
    for (const k of ["module", "rule", "severity", "state"]) $(`f-${k}`).value = filter[k];
    $("q").value = filter.q;
    refresh();
  };
  const compared = (list) => D.lastRun ? list : [];

  const ruleColumns = [["Rule", (x) => x.r.code], ["Severity", (x) => x.r.severity], ["What is wrong", (x) => x.r.title],
    ["Modules", (x) => x.r.modules.map(([m]) => D.modules[m].name).join(" ")], ["Findings", (x) => x.n, true],
    ...compared([["New", (x) => x.states[0], true], ["Standing", (x) => x.states[1], true], ["Fixed", (x) => x.r.fixed, true]]), ["Accepted", (x) => x.states[2], true]];
  const rules = makeView("rules", "By rule", ruleColumns, byRule, (x, printing) => folding(ruleColumns.length, x.r.code, `Rule ${x.r.code}: what to do`,
    () => el("div", {}, advice(x.r), x.n ? el("button", { type: "button", class: "link", on: { click: () => { set({ rule: String(x.i) }); select(list); list.tab.focus(); } } },
      `Show ${D.complete ? plural(x.n, "finding") : "the samples"} of rule ${x.r.code}`) : ""),
    (button) => el("tr", {}, el("th", { scope: "row" }, button), el("td", {}, x.r.severity), el("td", { class: "title" }, x.r.title),
      el("td", {}, x.r.modules.map(([m]) => D.modules[m].name).join(", ")), count(x.n),
      ...compared([count(x.states[0]), count(x.states[1]), count(x.r.fixed)]), count(x.states[2])), printing),
  [4, -1], "No rule has findings that fit the filters.");

  const childColumns = [["Child", (x) => childName(x.c)], ["Findings", (x) => x.n, true], ...compared([["New", (x) => x.states[0], true],
    ["Standing", (x) => x.states[1], true], ["Fixed", (x) => x.fixed, true]]), ["Accepted", (x) => x.states[2], true], ["Rules", (x) => x.rules.size, false]];
  makeView("children", "By child", childColumns, byChild, (x) => [el("tr", {},
    el("th", { scope: "row" }, el("button", { type: "button", class: "link", on: { click: () => { set({ child: x.c }); select(list); list.tab.focus(); } } }, childName(x.c))),
    count(x.n), ...compared([count(x.states[0]), count(x.states[1]), count(x.fixed)]), count(x.states[2]),
    el("td", { class: "codes" }, [...x.rules].sort((a, b) => a - b).map((r) => D.rules[r].code).join(" ")))],
  [1, -1], "No child has findings that fit the filters.");

  const values = (rule, row) => {
    const names = D.modules[row[0]].columns, own = new Set(rule.shown), out = [];
    for (let i = 3; i < row.length; i += 2) {
      const name = names[row[i]], isField = own.has(name), value = row[i + 1];
      if (!isField && !D.modules[row[0]].keys.includes(row[i])) continue;
      out.push(el("span", { class: isField ? "f" : undefined }, el("i", {}, name), value === null ? el("span", { class: "blank" }, "blank") : value));
    }
    return el("div", { class: "vals" }, out);
  };
  const findingColumns = [["Rule", (f) => D.rules[f[0]].code], ["What is wrong", (f) => D.rules[f[0]].title], ["Module", (f) => D.rows[f[1]][0]],
    ["Row", (f) => D.rows[f[1]][1], true], ["Child", (f) => childName(D.rows[f[1]][2])], ["As submitted", null], ["Severity", (f) => D.rules[f[0]].severity],
    ["State", (f) => f[2]]];
  const list = makeView("findings", D.complete ? "Every finding" : "Samples", findingColumns, (found) => found, (f, printing) => {
    const rule = D.rules[f[0]], row = D.rows[f[1]], accepted = f[3] === undefined ? [] : [["Accepted", D.acceptances[f[3]].text]];
    return folding(findingColumns.length, rule.code, `Rule ${rule.code}, row ${row[1]}: what to do`, () => advice(rule, accepted), (button) => el("tr", {},
      el("th", { scope: "row" }, button), el("td", { class: "title" }, rule.title), el("td", {}, D.modules[row[0]].name), el("td", { class: "n" }, num(row[1])),
      el("td", {}, childName(row[2])), el("td", {}, values(rule, row)), el("td", {}, rule.severity),
      el("td", {}, D.lastRun || f[2] === 2 ? el("span", { class: `state s${f[2]}` }, STATES[f[2]]) : "")), printing && accepted.length > 0);
  }, [0, 1], D.complete ? "No finding fits the filters." : `No sample fits the filters; every finding is in ${D.csv}.`);

  if (D.acceptances.length) {
    const columns = [["Number", (a) => a.id, true], ["Rule", (a) => a.rule], ["Module", (a) => a.module], ["Row", (a) => a.row, true], ["Child", (a) => a.child],
      ["Standing", (a) => a.standing], ["Reason", (a) => a.reason], ["By", (a) => a.by], ["When", (a) => a.at]];
    makeView("accepted", "Acceptances", columns, () => D.acceptances, (a) => [el("tr", {}, el("td", { class: "n" }, num(a.id)), el("th", { scope: "row" }, a.rule),
      el("td", {}, a.module), el("td", { class: "n" }, num(a.row)), el("td", {}, a.child), el("td", {}, a.standing), el("td", { class: "title" }, a.reason), el("td", {}, a.by),
      el("td", {}, a.at))], [0, 1], "No finding is accepted.");
  }

  // ---- Filters -------------------------------------------------------------------------------------------------------------------------
  const options = (id, any, pairs) => $(id).append(el("option", { value: "" }, any), ...pairs.map(([value, text]) => el("option", { value }, text)));
  options("f-module", "all modules", D.modules.map((m, i) => [i, m.name]));
  options("f-rule", "all rules", D.rules.map((r, i) => [i, `${r.code}  ${r.title.length > 60 ? r.title.slice(0, 58) + "…" : r.title}`]));
  options("f-severity", "all", [...new Set(D.rules.map((r) => r.severity))].sort().map((s) => [s, s]));
  const seen = [["0", "new", C.new], ["1", "standing", C.standing], ["2", "accepted", C.accepted], ["3", "first judged", C.first], ["fixed", "fixed", C.fixed]];
  options("f-state", "all", seen.filter(([, , n]) => n > 0).map(([v, t]) => [v, t]));
  const refresh = () => {
    // A finding that was fixed is no longer there to be listed; its rule and its child are.
    const found = filter.state === "fixed" ? [] : findings();
    for (const v of views) v.update(found);
    $("shown").textContent = (filter.child === null ? "" : `Child ${childName(filter.child)}. `) + (filter.state === "fixed" ? `${plural(C.fixed, "finding")} of the last run ${C.fixed === 1 ? "is" : "are"} gone: see by rule and by child.`
      : D.complete ? `Showing ${num(found.length)} of ${plural(D.total, "finding")}.` : `Showing ${num(found.length)} samples of ${plural(D.total, "finding")}.`);
  };
  for (const k of ["module", "rule", "severity", "state"]) $(`f-${k}`).addEventListener("change", (e) => { filter[k] = e.target.value; refresh(); });
  let timer;
  $("q").addEventListener("input", (e) => { clearTimeout(timer); timer = setTimeout(() => { filter.q = e.target.value.trim(); refresh(); }, 120); });
  $("filters").addEventListener("submit", (e) => e.preventDefault());
  $("filters").addEventListener("reset", (e) => { e.preventDefault(); set({ q: "", module: "", rule: "", severity: "", state: "", child: null }); });
  addEventListener("beforeprint", () => views.forEach((v) => v.draw(true)));
  addEventListener("afterprint", () => views.forEach((v) => v.draw()));
  // #rule=101&q=…&view=findings opens the page so, for a link in a message.
  const wanted = new URLSearchParams(location.hash.slice(1));
  const at = D.rules.findIndex((r) => r.code === wanted.get("rule"));
  set({ q: wanted.get("q") ?? "", rule: at < 0 ? "" : String(at) });
  select(views.find((v) => v.id === wanted.get("view")) ?? rules);
})();
