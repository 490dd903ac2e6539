// Reading needs none of this: every link works without it. It adds filters, side by side, previews and a way back.
(() => {
  "use strict";
  const page = document;
  const one = (query, within = page) => within.querySelector(query);
  const all = (query, within = page) => Array.from(within.querySelectorAll(query));
  const CITATION = "a[data-p]";

  // --- the pieces of a passage -------------------------------------------------------------------------------
  const pieces = (label, start, end) => {
    const report = page.getElementById(label);
    return report
      ? all(":scope > .text > .block > p > span", report).filter((piece) => {
          const [from, to] = placeOf(piece);
          return from >= start && to <= end;
        })
      : [];
  };
  const passage = (link) => {
    const [label, start, end] = link.dataset.p.split(" ");
    return { label, pieces: pieces(label, +start, +end) };
  };
  const unlight = () => all(".lit").forEach((lit) => lit.classList.remove("lit"));
  const unfold = (target) => {
    for (let at = target; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
  };

  // --- to a passage and back ---------------------------------------------------------------------------------
  const trail = [];
  const follow = (link) => {
    const target = page.getElementById(link.getAttribute("href").slice(1));
    if (!target) return;
    trail.push(link);
    if (link.dataset.pair) return; // two reports are set side by side instead
    unlight();
    unfold(target);
    if (link.dataset.p) passage(link).pieces.forEach((piece) => piece.classList.add("lit"));
  };
  const back = () => {
    const link = trail.pop();
    if (!link) return;
    unlight();
    unfold(link);
    link.scrollIntoView({ block: "center" });
    link.focus({ preventScroll: true });
  };
  page.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (link) follow(link);
  });
  // An address says where a passage begins; how far it reaches is read from a link that leads there.
  const arrive = () => {
    const name = decodeURIComponent(location.hash.slice(1));
    const target = page.getElementById(name);
    if (!target) return;
    unfold(target);
    if (all(".lit").includes(target)) return;
    unlight();
    const link = all(CITATION).find((one) => one.getAttribute("href") === `#${name}`);
    if (link) passage(link).pieces.forEach((piece) => piece.classList.add("lit"));
  };
  if (location.hash) {
    arrive();
    page.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
  }
  window.addEventListener("hashchange", arrive);

  // --- the passage in its place, on hover or focus -----------------------------------------------------------
  let peek = null;
  const hide = () => {
    if (!peek) return;
    one(`[aria-describedby="peek"]`)?.removeAttribute("aria-describedby");
    peek.remove();
    peek = null;
  };
  const AROUND = 140;
  const part = (tag, words) => Object.assign(page.createElement(tag), { textContent: words });
  const inPlace = (found, words) => {
    const says = page.createElement("span");
    says.dir = "auto";
    const paragraph = found[0].closest("p");
    const before = page.createRange();
    before.setStart(paragraph, 0);
    before.setEndBefore(found[0]);
    const last = found[found.length - 1];
    const after = page.createRange();
    after.setStartAfter(last);
    after.setEndAfter(last.closest("p").lastChild);
    const head = before.toString();
    const tail = after.toString();
    says.append(
      part("i", head.length > AROUND ? `… ${head.slice(-AROUND).replace(/^\S*\s/, "")}` : head),
      part("span", words),
      part("i", tail.length > AROUND ? `${tail.slice(0, AROUND).replace(/\s\S*$/, "")} …` : tail),
    );
    return says;
  };
  const show = (link) => {
    hide();
    const found = passage(link);
    const words = found.pieces.map((piece) => piece.textContent).join("");
    if (!words || link.textContent.includes(words)) return;
    const slug = one(".slug", page.getElementById(found.label));
    peek = page.createElement("div");
    peek.className = "peek";
    peek.id = "peek";
    peek.setAttribute("role", "tooltip");
    const says = inPlace(found.pieces, words);
    const from = page.createElement("span");
    from.className = "data";
    from.textContent = slug ? slug.textContent.trim() : found.label;
    peek.append(says, from);
    page.body.append(peek);
    link.setAttribute("aria-describedby", "peek");
    const box = link.getBoundingClientRect();
    const room = page.documentElement.clientWidth - peek.offsetWidth - 16;
    peek.style.left = `${Math.max(16, Math.min(box.left, room)) + window.scrollX}px`;
    const above = box.bottom + peek.offsetHeight + 12 > window.innerHeight && box.top > peek.offsetHeight + 12;
    peek.style.top = `${window.scrollY + (above ? box.top - peek.offsetHeight - 6 : box.bottom + 6)}px`;
  };
  page.addEventListener("mouseover", (event) => {
    const link = event.target.closest(CITATION);
    if (link) show(link);
    else if (!event.target.closest(".peek")) hide();
  });
  page.addEventListener("focusin", (event) => {
    const link = event.target.closest(CITATION);
    if (link && link.matches(":focus-visible")) show(link);
    else hide();
  });
  const light = (note, on) => {
    const [start, end] = note.dataset.n.split(" ");
    const report = note.closest(".report");
    if (report) pieces(report.id, +start, +end).forEach((piece) => piece.classList.toggle("lit", on));
  };
  for (const note of all("a[data-n]")) {
    note.addEventListener("mouseenter", () => light(note, true));
    note.addEventListener("mouseleave", () => light(note, false));
  }
  one(".hint").hidden = false;
  page.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    if (peek) hide();
    else back();
  });

  // --- filters of the ledger ---------------------------------------------------------------------------------
  const filters = one("#ledger .filters");
  if (filters) {
    const rows = all(".ledger tr[data-status]");
    const sift = () => {
      const status = one('input[name="show"]:checked', filters).value;
      const actor = one('[name="actor"]', filters)?.value ?? "";
      const column = one('[name="column"]', filters).value;
      const silent = one('[name="silent"]', filters)?.checked;
      const chosen = rows.filter((row) => {
        const cells = all(".cell", row);
        const has = (cell) => !cell.matches(".none, .silent, .early");
        const fits =
          (!status || row.dataset.status === status) &&
          (!actor || row.dataset.actors.split(" ").includes(actor)) &&
          (!column || has(cells[+column]) || (silent && cells[+column].matches(".silent, .only"))) &&
          (!silent || cells.some((cell) => cell.matches(".silent, .only")));
        row.hidden = !fits;
        return fits;
      });
      for (const body of all(".ledger .of")) body.hidden = !rows.some((row) => !row.hidden && body.contains(row));
      one("output", filters).textContent =
        chosen.length === rows.length ? "" : `${chosen.length} of ${rows.length} points`;
    };
    filters.hidden = false;
    filters.addEventListener("change", sift);
    window.addEventListener("hashchange", () => {
      const row = page.getElementById(location.hash.slice(1));
      if (!row || !rows.includes(row)) return;
      row.hidden = false;
      row.parentElement.hidden = false;
    });
  }

  // --- the matrix by arrow keys: from a cell to the next one that leads somewhere ------------------------------
  const STEPS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
  page.addEventListener("keydown", (event) => {
    const step = STEPS[event.key];
    const cell = step && event.target.closest?.(".ledger .cell");
    if (!cell) return;
    const lines = all("tr.row", cell.closest("table")).filter((row) => !row.hidden);
    let at = lines.indexOf(cell.parentElement);
    let column = all(".cell", cell.parentElement).indexOf(cell);
    for (;;) {
      at += step[0];
      column += step[1];
      const next = lines[at] && all(".cell", lines[at])[column];
      if (!next) return;
      const link = one("a", next);
      if (!link) continue;
      event.preventDefault();
      link.focus();
      return;
    }
  });

  // --- filters of the voices ---------------------------------------------------------------------------------
  const sieve = one("#voices .filters");
  if (sieve) {
    const room = page.getElementById("voices");
    const speakers = all(".voice", room);
    const lines = all("li[data-in]", room);
    const folds = all("details", room);
    let before = null; // how the folds stood when nothing was filtered
    const value = (name) => one(`[name="${name}"]`, sieve)?.value ?? "";
    const sift = () => {
      const [actor, report] = [value("voice"), value("in")];
      const differing = one('[name="differing"]', sieve)?.checked ?? false;
      const active = actor || report || differing;
      for (const line of lines) {
        const speaker = line.closest(".voice");
        const inside = !report || line.dataset.in.split(" ").includes(report);
        line.hidden = !(inside && (!differing || line.classList.contains("varies")) && (!actor || speaker?.id === actor));
      }
      const left = lines.filter((line) => !line.hidden);
      for (const speaker of speakers) speaker.hidden = !left.some((line) => speaker.contains(line));
      if (active && !before) before = folds.map((fold) => fold.open);
      folds.forEach((fold, n) => {
        const holds = left.some((line) => fold.contains(line));
        fold.hidden = active && !holds && !fold.classList.contains("renderings");
        if (!fold.classList.contains("renderings")) fold.open = active ? holds : before ? before[n] : fold.open;
      });
      if (!active) before = null;
      for (const head of all(".unnamed, .quiet-head, .silent", room)) head.hidden = Boolean(active);
      const shown = speakers.filter((speaker) => !speaker.hidden).length;
      one("output", sieve).textContent = active
        ? `${shown} of ${speakers.length} voices, ${left.length} of ${lines.length} things said`
        : "";
    };
    sieve.hidden = false;
    sieve.addEventListener("change", sift);
    window.addEventListener("hashchange", () => {
      const target = page.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (!target?.closest("#voices [hidden]")) return;
      for (const field of all("select, input", sieve)) {
        field.value = field.type === "checkbox" ? field.value : "";
        field.checked = false;
      }
      sift();
      target.scrollIntoView();
    });
  }
})();
