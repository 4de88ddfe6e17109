"use strict";
// Without the script the page is complete: it only searches, filters by privacy class, marks the place in the list and remembers light or dark.
const find = document.getElementById("find");
const found = document.getElementById("found");
const articles = [...document.querySelectorAll("main article")];
const entries = new Map([...document.querySelectorAll("nav li a")].map((link) => [link.getAttribute("href").slice(1), link]));
const lists = [...document.querySelectorAll("nav details")];
const opened = lists.map((list) => list.open);
const texts = articles.map((article) => ({
    head: (article.querySelector("h3").textContent + " " + [...article.querySelectorAll(".words, dl")].map((part) => part.textContent).join(" ")).toLowerCase(),
    rows: [...article.querySelectorAll("tbody tr")].map((row) => ({ row, text: row.textContent.toLowerCase(), kept: row.querySelector(".class").textContent })),
}));
let kept = "";

function show() {
    const words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
    const has = (text) => words.every((word) => text.includes(word));
    let tables = 0, columns = 0;
    articles.forEach((article, place) => {
        const { head, rows } = texts[place];
        const whole = has(head);
        let hits = 0;
        for (const { row, text, kept: is } of rows) {
            const fits = (!kept || is === kept) && (whole || has(text) || has(head + " " + text));
            row.hidden = !fits;
            if (fits) hits += 1;
        }
        const stays = kept ? hits > 0 : whole || hits > 0;
        article.hidden = !stays;
        const entry = article.id && entries.get(article.id);
        if (entry) entry.parentElement.hidden = !stays;
        if (stays) { tables += 1; columns += hits; }
    });
    for (const section of document.querySelectorAll("main section")) {
        section.hidden = (words.length > 0 || kept) && !section.querySelector("article:not([hidden])");
    }
    const searching = words.length > 0 || kept;
    lists.forEach((list, place) => {
        const any = list.querySelector("li:not([hidden])");
        list.hidden = !any;
        list.open = searching ? Boolean(any) : opened[place];
    });
    document.getElementById("none").hidden = tables > 0;
    found.textContent = searching ? `${tables} tables, ${columns} columns` : "";
}

let waiting;
find.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(show, 80); });
for (const button of document.querySelectorAll("[data-kept]")) {
    button.addEventListener("click", () => {
        kept = kept === button.dataset.kept ? "" : button.dataset.kept;
        for (const other of document.querySelectorAll("[data-kept]")) other.setAttribute("aria-pressed", String(other.dataset.kept === kept));
        show();
    });
}
document.addEventListener("keydown", (event) => {
    if (event.key === "/" && document.activeElement !== find) { event.preventDefault(); find.focus(); find.select(); }
    if (event.key === "Escape" && document.activeElement === find) { find.value = ""; show(); }
});

const root = document.documentElement;
const theme = document.getElementById("theme");
const dark = () => (root.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
const label = () => { theme.textContent = dark() ? "Light" : "Dark"; };
try { const held = localStorage.getItem("theme"); if (held) root.dataset.theme = held; } catch { /* a page from a file may have no storage */ }
theme.addEventListener("click", () => {
    root.dataset.theme = dark() ? "light" : "dark";
    try { localStorage.setItem("theme", root.dataset.theme); } catch { /* as above */ }
    label();
});
label();

const seen = new IntersectionObserver((changes) => {
    for (const change of changes) {
        const entry = entries.get(change.target.id);
        if (!entry || !change.isIntersecting) continue;
        for (const link of entries.values()) link.removeAttribute("aria-current");
        entry.setAttribute("aria-current", "true");
    }
}, { rootMargin: "-10% 0px -80% 0px" });
for (const article of articles) if (article.id) seen.observe(article);
