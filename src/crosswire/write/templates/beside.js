// Two reports side by side, made of the texts below: what stands in both, and what was changed inside it.
(() => {
  "use strict";
  const page = document;
  const one = (query, within = page) => within.querySelector(query);
  const all = (query, within = page) => Array.from(within.querySelectorAll(query));
  const make = (tag, words = "", name = "") => Object.assign(page.createElement(tag), { textContent: words, className: name });
  const form = one(".compare");
  if (!form) return;
  const room = one(".beside");
  const pairs = JSON.parse(form.dataset.pairs);
  const kinds = JSON.parse(form.dataset.kinds);
  const RUN = 8; // words alike in a row: fewer stand in any two reports
  const MOST_WORDS = 500; // of a passage, to be compared word by word
  const FEW_WORDS = 5; // a shorter sentence is like too many others: only its twin is like it
  const ALIKE = 0.55; // of the words of two sentences, for them to be shown as one that was changed
  const COVERED = 0.5; // of a sentence's words: with more of them in passages it is not one side's alone
  const GAP = 3; // characters between two sentences that follow each other
  const LONGEST_JOINED = 1500; // characters of sentences that are shown as one passage

  // --- a report's text: places are counted in characters as the dossier counts them ---------------------------------
  const WORD = /[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu;
  const words = (letters, start, end) => {
    const text = letters.slice(start, end).join("");
    const plain = text.length === end - start;
    return Array.from(text.matchAll(WORD), (found) => {
      const at = start + (plain ? found.index : Array.from(text.slice(0, found.index)).length);
      return { at, end: at + (plain ? found[0].length : Array.from(found[0]).length), key: found[0].toLowerCase() };
    });
  };
  const read = (label) => {
    const report = page.getElementById(label);
    const paragraphs = all(":scope > .text > .block > p", report);
    const letters = [];
    for (const paragraph of paragraphs) {
      while (letters.length < +paragraph.dataset.at) letters.push("\n");
      letters.push(...Array.from(paragraph.textContent));
    }
    return {
      label,
      report,
      letters,
      spans: paragraphs.map((p) => [+p.dataset.at, +p.dataset.at + Array.from(p.textContent).length]),
      said: all(":scope > .text .said", report).map(placeOf),
    };
  };

  // --- runs of words that both have, where the dossier has no link between the two -------------------------------
  const runs = (left, right) => {
    const [a, b] = [left, right].map((side) => words(side.letters, 0, side.letters.length));
    const key = (list, n) => list.slice(n, n + RUN).map((word) => word.key).join(" ");
    const places = new Map();
    for (let n = 0; n + RUN <= a.length; n++) places.set(key(a, n), [...(places.get(key(a, n)) ?? []), n].slice(0, 20));
    const found = [];
    for (let n = 0; n + RUN <= b.length; n++) {
      let best = [0, 0];
      for (const start of places.get(key(b, n)) ?? []) {
        let many = RUN;
        while (a[start + many] && b[n + many] && a[start + many].key === b[n + many].key) many++;
        if (many > best[1]) best = [start, many];
      }
      const [start, many] = best;
      if (!many) continue;
      found.push([a[start].at, a[start + many - 1].end, b[n].at, b[n + many - 1].end]);
      n += many - 1;
    }
    return found;
  };

  // --- sentences: those alike in most of their words, and those that one side has alone ---------------------------
  const END = /[.!?…。]+["'”’»)\]]*\s+(?=["'“‘«(\[]*[\p{Lu}\p{Lo}\p{N}])/gu;
  const INITIAL = /(?:^|\s)(?:\p{Lu}|Mr|Mrs|Ms|Dr|St|Sen|Rep|Gov|Gen|Sgt|Lt|Col|Capt|Jan|Feb|Aug|Sept|Oct|Nov|Dec|No)\.\s+$/u;
  const sentences = (text) =>
    text.spans.flatMap(([from, to]) => {
      const line = text.letters.slice(from, to).join("");
      const ends = Array.from(line.matchAll(END), (found) => found.index + found[0].length);
      const cuts = [0, ...ends.filter((at) => !INITIAL.test(line.slice(0, at))), line.length];
      const place = (at) => from + Array.from(line.slice(0, at)).length;
      return cuts.slice(1).map((end, n) => {
        const [start, stop] = [place(cuts[n]), place(cuts[n] + line.slice(cuts[n], end).trimEnd().length)];
        return { start, stop, words: words(text.letters, start, stop) };
      });
    });
  const weight = (word) => (word.length > 3 || /\p{N}/u.test(word) ? 1 : 0.3);
  const weigh = (keys) => [...keys].reduce((sum, word) => sum + weight(word), 0);
  const uncovered = (list, passages, side) => {
    const spans = passages.map((passage) => (side === "left" ? passage.slice(0, 2) : passage.slice(2)));
    return list.filter(({ words: own }) => {
      const inside = own.filter((word) => spans.some(([from, to]) => from < word.end && word.at < to)).length;
      return own.length && inside <= COVERED * own.length;
    });
  };
  // Each sentence of the left that no passage has with the one of the right that is most like it, the likest first.
  const alike = (a, b) => {
    const places = new Map();
    const keys = (one) => new Set(one.words.map((word) => word.key));
    const theirs = b.map(keys);
    theirs.forEach((set, n) => set.forEach((word) => places.set(word, [...(places.get(word) ?? []), n])));
    const found = [];
    a.forEach((one) => {
      const own = keys(one);
      const common = new Map();
      for (const word of own) for (const n of places.get(word) ?? []) common.set(n, (common.get(n) ?? 0) + weight(word));
      for (const [n, sum] of common) {
        const part = (2 * sum) / (weigh(own) + weigh(theirs[n]));
        if (part >= (Math.min(own.size, theirs[n].size) < FEW_WORDS ? 1 : ALIKE)) found.push({ part, one, other: b[n] });
      }
    });
    const taken = new Set();
    const chosen = found
      .sort((x, y) => y.part - x.part || x.one.start - y.one.start || x.other.start - y.other.start)
      .filter(({ one, other }) => !taken.has(one) && !taken.has(other) && taken.add(one).add(other))
      .map(({ one, other }) => [one.start, one.stop, other.start, other.stop])
      .sort((x, y) => x[0] - y[0]);
    // Sentences that follow each other on both sides are one passage.
    return chosen.reduce((joined, next) => {
      const last = joined.at(-1);
      const follows = last && [1, 3].every((end) => next[end - 1] >= last[end] && next[end - 1] - last[end] <= GAP);
      if (follows && next[1] - last[0] < LONGEST_JOINED) [last[1], last[3]] = [next[1], next[3]];
      else joined.push([...next]);
      return joined;
    }, []);
  };

  // --- what differs inside a passage that both have, word by word ------------------------------------------------
  const differing = (a, b) => {
    const best = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
    for (let i = a.length - 1; i >= 0; i--)
      for (let j = b.length - 1; j >= 0; j--)
        best[i][j] = a[i].key === b[j].key ? best[i + 1][j + 1] + 1 : Math.max(best[i + 1][j], best[i][j + 1]);
    const found = [];
    let [i, j, open] = [0, 0, null];
    while (i < a.length || j < b.length) {
      if (i < a.length && j < b.length && a[i].key === b[j].key) {
        [i, j, open] = [i + 1, j + 1, null];
        continue;
      }
      if (!open) found.push((open = { left: null, right: null }));
      const takeLeft = j >= b.length || (i < a.length && best[i + 1][j] >= best[i][j + 1]);
      const word = takeLeft ? a[i++] : b[j++];
      const side = takeLeft ? "left" : "right";
      open[side] = [open[side]?.[0] ?? word.at, word.end];
    }
    return found;
  };

  // An edit that changes no meaning is marked in the words that differ alone; where only signs differ, nowhere.
  const finer = (edit, texts) => {
    if (!edit.left || !edit.right || kinds[edit.kind][1]) return [edit];
    const [a, b] = [words(texts.left.letters, ...edit.left), words(texts.right.letters, ...edit.right)];
    if (a.length > MOST_WORDS || b.length > MOST_WORDS) return [edit];
    return differing(a, b).map((part) => ({ ...part, kind: edit.kind, there: null, here: null }));
  };

  // --- what the dossier knows of two reports, turned so that the left one comes first ----------------------------
  const known = (left, right) => {
    const turned = !(`${right} ${left}` in pairs);
    const entry = pairs[turned ? `${left} ${right}` : `${right} ${left}`];
    if (!entry) return null;
    const [directed, share, passages, edits, added, cut] = entry;
    const side = (start, end) => (start < 0 ? null : [start, end]);
    return {
      from: turned ? right : left,
      copy: turned ? left : right,
      directed,
      share,
      alone: turned ? { left: added, right: cut } : { left: cut, right: added },
      passages: passages.map(([hs, he, ts, te]) => (turned ? [hs, he, ts, te] : [ts, te, hs, he])),
      edits: edits.map(([kind, ts, te, hs, he]) => {
        const [there, here] = [side(ts, te), side(hs, he)];
        return { kind, left: turned ? here : there, right: turned ? there : here, there, here };
      }),
    };
  };

  // --- a text with its marks -------------------------------------------------------------------------------------
  const drawn = (text, side, passages, edits, alone, tag) => {
    const column = make("div");
    const slug = one(".slug", text.report).cloneNode(true);
    column.append(slug, make("h4", one("h3", text.report).textContent));
    column.lastChild.dir = "auto";
    const shared = passages.map((passage, n) => (side === "left" ? [...passage.slice(0, 2), n] : [...passage.slice(2), n]));
    const changed = edits.flatMap((edit, n) => (edit[side] ? [[...edit[side], n]] : []));
    const opened = new Set();
    for (const [start, end] of text.spans) {
      const paragraph = make("p");
      paragraph.dir = "auto";
      const cuts = new Set([start, end]);
      for (const [from, to] of [...shared, ...changed, ...alone, ...text.said])
        for (const at of [from, to]) if (at > start && at < end) cuts.add(at);
      const order = [...cuts].sort((one, other) => one - other);
      order.slice(0, -1).forEach((at, n) => {
        const covers = ([from, to]) => from <= at && at < to;
        const [edit, only] = [changed.find(covers), alone.find(covers)];
        const passage = only?.[2] && !edit ? null : shared.find(covers);
        if (passage && !opened.has(passage[2])) {
          opened.add(passage[2]);
          const jump = make("button", `${passage[2] + 1}`);
          jump.type = "button";
          jump.dataset.passage = passage[2];
          jump.setAttribute("aria-label", `passage ${passage[2] + 1} of both: to the other report`);
          paragraph.append(jump);
        }
        const what = edit && edits[edit[2]];
        const piece = make(what ? tag : "span", text.letters.slice(at, order[n + 1]).join(""));
        piece.className = [
          passage ? "both-have" : "",
          text.said.some(covers) ? "said" : "",
          !passage && !what && only ? "only" : "",
          what && what.kind !== null && kinds[what.kind][1] ? "meaning" : "",
        ].join(" ").trim();
        if (piece.classList.contains("only")) piece.title = `a sentence that only ${text.label} has`;
        if (what) piece.dataset.edit = edit[2];
        if (what && what.kind !== null) piece.title = kinds[what.kind][0];
        if (passage) piece.dataset.passage = passage[2];
        paragraph.append(piece);
      });
      column.append(paragraph);
    }
    return column;
  };

  // --- the edits that change what is said, above the texts --------------------------------------------------------
  const LONGEST = 70; // of an edit told above the texts: a longer one is told by its beginning
  const says = (side, text) => {
    const line = text.letters.slice(...side).join("").replace(/\s+/g, " ").replace(/^[ ,;]+|[ ,;]+$/g, "");
    return line.length > LONGEST ? `${line.slice(0, LONGEST).replace(/\s\S*$/, "")} …` : line;
  };
  const listed = (edits, texts) => {
    const list = make("ol", "", "changes");
    edits.forEach((edit, n) => {
      if (edit.kind === null || !kinds[edit.kind][1]) return;
      const line = make("li", "", "grave data");
      const jump = make("button", "", "jump");
      jump.type = "button";
      jump.dataset.edit = n;
      const quoted = (side) => make("span", `“${says(edit[side], texts[side])}”`, "words");
      if (!edit.directed && edit.there && edit.here) jump.append(`in ${texts[edit.from].label} `, quoted(edit.from), ` in ${texts[edit.to].label} `, quoted(edit.to));
      else if (!edit.directed) {
        const side = edit.there ? edit.from : edit.to;
        jump.append(`only in ${texts[side].label} `, quoted(side));
      } else if (edit.there && edit.here) jump.append("changed ", quoted(edit.from), " to ", quoted(edit.to));
      else if (edit.there) jump.append("dropped ", quoted(edit.from));
      else jump.append("put in ", quoted(edit.to));
      line.append(make("span", "Δ", "unlike against"), make("span", kinds[edit.kind][0], "kind"), " ", jump);
      list.append(line);
    });
    return list.childElementCount ? list : "";
  };

  const key = (tags, two) => {
    const signs = make("p", "", "key data");
    const shown = (query) => one(query, two);
    if (shown(".both-have")) signs.append(make("span", "in both", "both-have"));
    if (shown(`:is(${tags})`)) {
      const only = make("span");
      only.append("words that differ: ", make(tags[0], "left"), " ", make(tags[1], "right"));
      signs.append(only);
    }
    if (shown(".only")) signs.append(make("span", "a sentence that only this side has", "only"));
    if (shown(".said")) signs.append(make("span", "quotation", "said"));
    return signs;
  };

  const told = (found, left, right) => {
    if (left === right) return "The same report twice.";
    if (!found?.passages.length && !found?.edits.length) return "";
    const part = found.share === null ? "words" : `${found.share} % of its words`;
    return found.directed
      ? `${found.copy} has ${part} from ${found.from}.`
      : `${found.copy} shares ${part} with ${found.from}; who was first is not known.`;
  };

  // Paragraphs that begin or hold the same passage stand at one height: the side that is ahead waits.
  const level = () => {
    const two = one(".two", room);
    if (!two) return;
    const [left, right] = two.children;
    all("p", two).forEach((paragraph) => (paragraph.style.paddingTop = ""));
    if (left.offsetTop !== right.offsetTop) return; // one below the other, where the screen is narrow
    const top = (element) => element.getBoundingClientRect().top;
    const levelled = new Set();
    let last = -Infinity;
    for (const mark of all("[data-passage]", left)) {
      const other = one(`[data-passage="${mark.dataset.passage}"]`, right);
      const [here, there] = [mark.closest("p"), other?.closest("p")];
      if (!here || !there || levelled.has(here) || levelled.has(there) || top(there) <= last) continue;
      const ahead = top(mark) - top(other);
      (ahead < 0 ? here : there).style.paddingTop = `${Math.abs(ahead)}px`;
      levelled.add(here).add(there);
      last = top(there);
    }
  };
  window.addEventListener("resize", level);
  const compare = () => {
    const [left, right] = all("select", form).map((select) => select.value);
    const texts = { left: read(left), right: read(right) };
    const found = known(left, right);
    const same = left === right;
    const linked = found?.passages ?? [];
    const met = (one, other) => one[0] < other[1] && other[0] < one[1];
    const knownAlone = (side) => found?.alone[side] ?? [];
    const open = (side) => sentences(texts[side]).filter(({ start, stop }) => !knownAlone(side).some((at) => met([start, stop], at)));
    const like = same ? [] : alike(uncovered(open("left"), linked, "left"), uncovered(open("right"), linked, "right"));
    const free = ([ls, le, rs, re]) => !like.some((at) => met([ls, le], at) || met([rs, re], at.slice(2)));
    const more = same || linked.length ? [] : runs(texts.left, texts.right).filter(free);
    const passages = [...linked, ...like, ...more].sort((one, other) => one[0] - other[0]);
    const source = found?.from === right ? "right" : "left";
    const other = source === "left" ? "right" : "left";
    const edits = (found?.edits ?? []).flatMap((edit) => finer(edit, texts)).map((edit) => ({
      ...edit,
      from: source,
      to: other,
      directed: found.directed,
    }));
    // What the dossier has no edits of is compared word by word.
    const edited = (side, place) => edits.some((edit) => edit[side] && met(edit[side], place));
    const isWhole = (edit) =>
      ["left", "right"].some((side) => edit[side] && knownAlone(side).some((at) => met(edit[side], at)));
    const loosely = edits.length ? like.filter((at) => !edited("left", at) && !edited("right", at.slice(2))) : passages;
    for (const [ls, le, rs, re] of loosely) {
      const [a, b] = [words(texts.left.letters, ls, le), words(texts.right.letters, rs, re)];
      if (a.length <= MOST_WORDS && b.length <= MOST_WORDS)
        edits.push(...differing(a, b).filter((edit) => !isWhole(edit)).map((edit) => ({ ...edit, kind: null })));
    }
    const paired = edits.filter((edit) => edit.left && edit.right);
    // The dossier's own sentences of one side, then those that are found here: [start, end, known to the dossier].
    const alone = (side) => {
      const own = knownAlone(side).map(([start, end]) => [start, end, true]);
      if (same || (!passages.length && !paired.length)) return own; // nothing in common: everything would be marked
      const apart = uncovered(open(side), passages, side).map(({ start, stop }) => [start, stop, false]);
      return [...own, ...apart.filter((at) => !paired.some((edit) => met(edit[side], at)))];
    };
    const note = make("p", told(found, left, right), "data");
    const [ourHouse, theirHouse] = [left, right].map((label) => one(`option[value="${label}"]`, form).dataset.origins);
    const house = ourHouse && ourHouse === theirHouse ? ` Both have one origin: ${ourHouse}.` : "";
    if (!passages.length && !same) note.textContent += " No copied passage was found between these two reports, and no sentence alike.";
    else if (!found && !same) note.textContent = `The dossier has no link between these two.${house} They are compared here: sentences alike in most of their words, and ${RUN} words or more in a row.`;
    const two = make("div", "", "two");
    const loose = found ? !found.directed : true; // nobody can tell who was first: nothing was dropped or put in
    const tags = loose ? ["em", "em"] : source === "left" ? ["del", "ins"] : ["ins", "del"];
    two.append(
      drawn(texts.left, "left", passages, edits, alone("left"), tags[0]),
      drawn(texts.right, "right", passages, edits, alone("right"), tags[1]),
    );
    room.replaceChildren(note, listed(edits, texts), passages.length || edits.length ? key(tags, two) : "", two);
    room.hidden = false;
    level();
  };
  const show = () => {
    compare();
    room.focus({ preventScroll: true });
    form.scrollIntoView({ block: "start" });
  };
  one("button", form).addEventListener("click", show);
  form.addEventListener("change", () => {
    if (!room.hidden) compare();
  });
  page.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-pair]");
    if (!link) return;
    event.preventDefault();
    const [here, there] = link.dataset.pair.split(" ");
    [form.elements.left.value, form.elements.right.value] = [there, here];
    show();
  });
  room.addEventListener("click", (event) => {
    const jump = event.target.closest("[data-edit], [data-passage]");
    if (!jump) return;
    const name = jump.tagName === "BUTTON" && jump.dataset.edit ? "edit" : jump.dataset.passage ? "passage" : "edit";
    const same = all(`.two [data-${name}="${jump.dataset[name]}"]`, room);
    all(".here", room).forEach((lit) => lit.classList.remove("here"));
    same.forEach((lit) => lit.tagName !== "BUTTON" && lit.classList.add("here"));
    const column = jump.closest(".two > div");
    const there = same.find((other) => other.closest(".two > div") !== column && other !== jump);
    (there ?? same[0])?.scrollIntoView({ block: "nearest" });
    if (there?.tagName === "BUTTON") there.focus({ preventScroll: true });
  });
  form.hidden = false;
})();
