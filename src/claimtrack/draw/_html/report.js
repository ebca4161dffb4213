"use strict";
(function () {
  var page = document;
  var root = page.documentElement;
  root.classList.add("scripted");

  function at(id) {
    return page.getElementById("ct:" + id);
  }

  function make(tag, look, text) {
    var element = page.createElement(tag);
    if (look) element.className = look;
    if (text !== undefined) element.textContent = text;
    return element;
  }

  function count(number, one, several) {
    return number + " " + (number === 1 ? one : several);
  }

  function reveal(element) {
    element.scrollIntoView({ block: "start" });
  }

  var dataElement = at("data");
  if (!dataElement) return;

  // What falls: a set of retractions decides, class by class.

  var data = JSON.parse(dataElement.textContent);
  var numbers = new Map();
  data.ids.forEach(function (id, number) {
    numbers.set(id, number);
  });
  var touching = new Map();
  data.classes.forEach(function (kind, place) {
    function touch(number) {
      if (!touching.has(number)) touching.set(number, new Set());
      touching.get(number).add(place);
    }
    kind[0].forEach(touch);
    kind[1].forEach(function (row) {
      touch(row[0]);
      row[2].forEach(touch);
    });
  });
  var resting = new Map();
  data.rests.forEach(function (pair) {
    if (!resting.has(pair[1])) resting.set(pair[1], []);
    resting.get(pair[1]).push(pair[0]);
  });

  function isTaken(row, kind, gone) {
    function has(number) {
      return gone.has(number);
    }
    return has(row[0]) || row[2].some(has) || kind[0].some(has);
  }

  function carriesSome(row) {
    return row[3].length > 0;
  }

  function judge(place, gone) {
    var kind = data.classes[place];
    var fate = { had: [], left: [], opposing: [0, 0], uncommitted: [0, 0], origins: new Set() };
    kind[1].forEach(function (row) {
      var taken = isTaken(row, kind, gone);
      if (row[1] === 1) {
        fate.had.push(row);
        if (!taken) fate.left.push(row);
      } else {
        var tally = row[1] === -1 ? fate.opposing : fate.uncommitted;
        tally[0] += 1;
        if (taken) tally[1] += 1;
      }
    });
    fate.had.forEach(function (row) {
      row[3].forEach(function (number) {
        fate.origins.add(number);
      });
    });
    fate.left.forEach(function (row) {
      row[3].forEach(function (number) {
        fate.origins.delete(number);
      });
    });
    var hadOrigins = fate.had.some(carriesSome);
    if (!fate.had.length) fate.verdict = "unsupported";
    else if (!fate.left.length || (hadOrigins && !fate.left.some(carriesSome))) fate.verdict = "falls";
    else fate.verdict = fate.left.length < fate.had.length ? "weakened" : "stands";
    return fate;
  }

  function consider(gone) {
    var fates = new Map();
    gone.forEach(function (number) {
      (touching.get(number) || []).forEach(function (place) {
        if (!fates.has(place)) fates.set(place, judge(place, gone));
      });
    });
    // What rests on a claim that falls, at any remove.
    var because = new Map();
    var open = [];
    fates.forEach(function (fate, place) {
      if (fate.verdict === "falls") open.push(place);
    });
    var seen = new Set(open);
    while (open.length) {
      var on = open.pop();
      (resting.get(on) || []).forEach(function (place) {
        if (!because.has(place)) because.set(place, on);
        if (!seen.has(place)) {
          seen.add(place);
          open.push(place);
        }
      });
    }
    return { fates: fates, because: because };
  }

  var before = data.classes.map(function (kind) {
    return kind[1].some(function (row) {
      return row[1] === 1;
    })
      ? "stands"
      : "unsupported";
  });
  var placeOf = [];
  data.classes.forEach(function (kind, place) {
    kind[0].forEach(function (number) {
      placeOf[number] = place;
    });
  });

  function impact(ids) {
    var gone = new Set();
    Array.from(ids).forEach(function (id) {
      if (numbers.has(id)) gone.add(numbers.get(id));
    });
    var found = { falls: [], weakened: [], stands: [], unsupported: [] };
    var fates = consider(gone).fates;
    for (var number = 0; number < data.claims; number += 1) {
      var fate = fates.get(placeOf[number]);
      found[fate ? fate.verdict : before[placeOf[number]]].push(data.ids[number]);
    }
    return found;
  }

  window.claimtrack = Object.freeze({ impact: impact });

  // The cards, by the numbers of their claims.

  var cards = Array.from(page.querySelectorAll("details.card"));
  var cardOf = [];
  cards.forEach(function (card) {
    cardOf[numbers.get(card.dataset.id)] = card;
  });

  function sentence(number) {
    var card = cardOf[number];
    return card ? card.querySelector("h3").textContent : "";
  }

  // What if.

  var SIGNS = { falls: "▼", weakened: "◐", look: "↻", lost: "○" };
  var LABELS = { falls: "falls", weakened: "weakened", look: "look again", lost: "a chain is lost" };
  var TITLES = {
    falls: "fall",
    weakened: "are weakened",
    look: "to look at again: they build on a claim that falls",
    lost: "lose a chain that opposes them or commits to nothing",
  };
  var STEP = 50;
  var boxes = Array.from(page.querySelectorAll("input[data-id]"));
  var chipped = [];
  var fateOf = new Map();

  function nameOf(number) {
    return data.names[number] || data.ids[number];
  }

  function ticked() {
    return boxes.filter(function (box) {
      return box.checked;
    });
  }

  function reason(kind, fate, because) {
    if (kind === "look") {
      return "It builds on " + data.ids[data.classes[because][0][0]] + ".";
    }
    var parts = [];
    var lost = fate.had.length - fate.left.length;
    if (kind === "falls" || kind === "weakened") {
      if (!fate.left.length) {
        parts.push(["", "Its only chain is lost", "Both chains are lost"][fate.had.length] || "All " + fate.had.length + " chains are lost");
      } else {
        parts.push(lost + " of " + fate.had.length + " chains " + (lost === 1 ? "is" : "are") + " lost");
        if (fate.origins.size) {
          var names = Array.from(fate.origins).slice(0, 5).map(nameOf).join(", ");
          parts.push((kind === "falls" ? "none of its origins is left: " : fate.origins.size === 1 ? "an origin is lost: " : fate.origins.size + " origins are lost: ") + names);
        }
      }
    }
    [
      ["opposing", "opposes it", "oppose it"],
      ["uncommitted", "commits to nothing", "commit to nothing"],
    ].forEach(function (each) {
      var tally = fate[each[0]];
      if (!tally[1]) return;
      parts.push(
        tally[0] === 1
          ? "the only chain that " + each[1] + " is lost"
          : tally[1] + " of " + tally[0] + " chains that " + each[2] + (tally[1] === 1 ? " is" : " are") + " lost",
      );
    });
    var text = parts.join("; ");
    return text.charAt(0).toUpperCase() + text.slice(1) + ".";
  }

  function listFates(kind, entries) {
    var box = page.createDocumentFragment();
    if (!entries.length) return box;
    var title = make("p", "fate-title " + kind, SIGNS[kind] + " " + entries.length + " " + (entries.length === 1 && kind === "falls" ? "falls" : entries.length === 1 && kind === "weakened" ? "is weakened" : TITLES[kind]));
    var list = make("ul", "fates");
    var more = make("button", "", "");
    more.type = "button";
    var shown = 0;
    function extend() {
      entries.slice(shown, shown + STEP).forEach(function (entry) {
        var item = make("li");
        var link = make("a", "", data.ids[entry.number]);
        var card = cardOf[entry.number];
        if (card) link.href = "#" + encodeURIComponent(card.id);
        item.append(link, " ");
        var text = make("span", "", sentence(entry.number).slice(0, 300));
        text.dir = "auto";
        item.append(text, " ", make("span", "note", reason(kind, entry.fate, entry.because)));
        list.append(item);
      });
      shown = Math.min(shown + STEP, entries.length);
      more.textContent = "Show " + Math.min(STEP, entries.length - shown) + " more";
      more.hidden = shown === entries.length;
    }
    more.addEventListener("click", extend);
    extend();
    box.append(title, list, more);
    return box;
  }

  // Pictures: what is retracted is struck through, what is lost with it is faded.

  function markFigures() {
    page.querySelectorAll("details.card .figure .retracted, details.card .figure .lost").forEach(function (element) {
      element.classList.remove("retracted", "lost");
    });
    if (!goneNow.size) return;
    cards.forEach(function (card) {
      if (card.open) markFigure(card);
    });
  }

  function markFigure(card) {
    var kind = data.classes[placeOf[numbers.get(card.dataset.id)]];
    var taken = kind[1].map(function (row) { return isTaken(row, kind, goneNow); });
    card.querySelectorAll(".figure [data-chains]").forEach(function (group) {
      var chains = group.dataset.chains;
      var isLost = chains !== "" && chains.split(" ").every(function (chain) { return taken[chain]; });
      var ids = group.dataset.ids;
      var isGone = ids !== undefined && ids.split(" ").some(function (id) { return goneNow.has(numbers.get(id)); });
      group.classList.toggle("retracted", isGone);
      group.classList.toggle("lost", isLost && !isGone);
    });
  }

  var goneNow = new Set();

  function decide() {
    var chosen = ticked();
    goneNow = new Set(chosen.map(function (box) { return numbers.get(box.dataset.id); }));
    goneNow.delete(undefined);
    chipped.forEach(function (chip) { chip.remove(); });
    chipped = [];
    var found = consider(goneNow);
    fateOf = new Map();
    found.fates.forEach(function (fate, place) {
      if (fate.verdict === "falls" || fate.verdict === "weakened") fateOf.set(place, fate.verdict);
      else if (found.because.has(place)) fateOf.set(place, "look");
      else if (fate.opposing[1] || fate.uncommitted[1]) fateOf.set(place, "lost");
    });
    found.because.forEach(function (_, place) {
      if (!fateOf.has(place)) fateOf.set(place, "look");
    });
    var entries = { falls: [], weakened: [], look: [], lost: [] };
    var stands = 0;
    var unsupported = 0;
    for (var number = 0; number < data.claims; number += 1) {
      var place = placeOf[number];
      var fate = found.fates.get(place);
      var verdict = fate ? fate.verdict : before[place];
      if (verdict === "stands") stands += 1;
      if (verdict === "unsupported") unsupported += 1;
      var kind = fateOf.get(place);
      if (!kind) continue;
      entries[kind].push({ number: number, fate: fate, because: found.because.get(place) });
      var card = cardOf[number];
      if (card) {
        var chip = make("span", "chip " + kind, SIGNS[kind] + " " + LABELS[kind]);
        card.querySelector(".chips").prepend(chip);
        chipped.push(chip);
      }
    }
    tell(chosen, entries, stands, unsupported);
    markFigures();
    if (at("fate").value) filter();
  }

  function tell(chosen, entries, stands, unsupported) {
    var lists = at("lists");
    lists.textContent = "";
    page.body.classList.toggle("has-bar", chosen.length > 0);
    at("bottom").hidden = !chosen.length;
    at("before").textContent = "";
    if (!chosen.length) {
      at("verdict").textContent = "Tick a source or a document to see which claims fall without it.";
      at("status").textContent = "";
      return;
    }
    var names = chosen.map(function (box) { return nameOf(numbers.get(box.dataset.id)) || box.dataset.id; });
    var who = names.length > 3 ? names.slice(0, 3).join(", ") + " and " + (names.length - 3) + " more" : names.join(", ");
    var falls = entries.falls.length;
    var weakened = entries.weakened.length;
    at("verdict").textContent = "Without " + who + ": " + count(falls, "claim falls", "claims fall") + ", " + weakened + (weakened === 1 ? " is" : " are") + " weakened, " + stands + (stands === 1 ? " stands." : " stand.");
    if (unsupported) at("before").textContent = count(unsupported, "claim", "claims") + " had no recorded support before.";
    at("status").textContent = "Without " + who + ": " + falls + (falls === 1 ? " falls, " : " fall, ") + weakened + " weakened, " + entries.look.length + " to look at again, " + stands + (stands === 1 ? " stands" : " stand");
    ["falls", "weakened", "look", "lost"].forEach(function (kind) {
      lists.append(listFates(kind, entries[kind]));
    });
  }

  function remember() {
    var ids = ticked().map(function (box) { return encodeURIComponent(box.dataset.id); });
    try {
      window.history.replaceState(null, "", ids.length ? "#without:" + ids.join(",") : "#what-if");
    } catch (error) {
      // Some viewers forbid it; nothing depends on it.
    }
  }

  function untick() {
    boxes.forEach(function (box) { box.checked = false; });
    decide();
  }

  boxes.forEach(function (box) {
    box.addEventListener("change", function () {
      decide();
      remember();
    });
  });
  at("clear").addEventListener("click", function () {
    untick();
    remember();
    at("find").focus({ preventScroll: true });
  });
  at("find").addEventListener("input", function () {
    var wanted = at("find").value.trim().toLowerCase();
    boxes.forEach(function (box) {
      var label = box.closest("label");
      label.hidden = wanted !== "" && !box.checked && !label.textContent.toLowerCase().includes(wanted);
    });
  });
  page.querySelectorAll("form").forEach(function (form) {
    form.addEventListener("submit", function (event) { event.preventDefault(); });
  });

  // Filters.

  var CHOICES = ["words", "kind", "origins", "through", "problems", "fate"];
  var hasFilters = at("filters") !== null;
  var words = new Map();

  function wordsOf(card) {
    if (!words.has(card)) words.set(card, card.firstElementChild.textContent.toLowerCase());
    return words.get(card);
  }

  function goesThrough(card, id) {
    var thing = numbers.get(id);
    var kind = data.classes[placeOf[numbers.get(card.dataset.id)]];
    return kind[1].some(function (row) { return row[2].indexOf(thing) >= 0; });
  }

  var TESTS = {
    words: function (card, value) {
      return value.trim().toLowerCase().split(/\s+/).every(function (word) { return wordsOf(card).includes(word); });
    },
    kind: function (card, value) { return card.dataset.kind === value; },
    origins: function (card, value) { return card.dataset.origins === value; },
    through: goesThrough,
    problems: function (card, value) { return card.dataset.problems.split(" ").indexOf(value) >= 0; },
    fate: function (card, value) { return fateOf.get(placeOf[numbers.get(card.dataset.id)]) === value; },
  };

  function filter() {
    if (!hasFilters) return;
    var active = CHOICES.filter(function (name) { return at(name).value.trim() !== ""; });
    var shown = 0;
    cards.forEach(function (card) {
      var fits = active.every(function (name) { return TESTS[name](card, at(name).value); });
      if (card.hidden === fits) card.hidden = !fits;
      if (fits) shown += 1;
    });
    at("none").hidden = shown > 0;
    at("count").textContent = shown + " of " + count(cards.length, "claim", "claims") + " shown";
  }

  function showAll() {
    CHOICES.forEach(function (name) { at(name).value = ""; });
    filter();
  }

  function setOpen(isOpen) {
    cards.forEach(function (card) {
      if (!card.hidden && card.open !== isOpen) card.open = isOpen;
    });
  }

  if (hasFilters) {
    CHOICES.forEach(function (name) {
      at(name).addEventListener(name === "words" ? "input" : "change", filter);
    });
    at("all").addEventListener("click", showAll);
    at("all-2").addEventListener("click", showAll);
    at("open").addEventListener("click", function () { setOpen(true); });
    at("close").addEventListener("click", function () { setOpen(false); });
    filter();
  }

  // Links into the page.

  function decoded(text) {
    try {
      return decodeURIComponent(text);
    } catch (error) {
      return text;
    }
  }

  function go(hash) {
    var text = hash.replace(/^#/, "");
    if (text.indexOf("without:") === 0) {
      var ids = new Set(text.slice(8).split(",").map(decoded));
      boxes.forEach(function (box) { box.checked = ids.has(box.dataset.id); });
      decide();
      reveal(page.getElementById("what-if"));
      return true;
    }
    var target = text ? page.getElementById(text) || page.getElementById(decoded(text)) : null;
    if (!target) return false;
    if (target.matches("details.card")) {
      if (target.hidden) showAll();
      target.open = true;
      reveal(target);
      target.querySelector("summary").focus({ preventScroll: true });
      return true;
    }
    return false;
  }

  page.addEventListener("click", function (event) {
    var link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
    if (!link) return;
    if (link.dataset.show && hasFilters) {
      var wanted = link.dataset.show.split(" ");
      showAll();
      at(wanted[0]).value = wanted[1];
      filter();
    } else if (link.hash === window.location.hash) {
      go(link.hash);
    }
  });
  window.addEventListener("hashchange", function () { go(window.location.hash); });

  // Keys: only while a claim has the focus.

  page.addEventListener("keydown", function (event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    var step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
    var summary = page.activeElement;
    if (!step || !summary || !summary.matches("details.card > summary")) return;
    var shown = cards.filter(function (card) { return !card.hidden; });
    var next = shown[shown.indexOf(summary.parentElement) + step];
    event.preventDefault();
    if (next) next.querySelector("summary").focus();
  });

  // A name that is wider than its box, in a font that nobody expected: read all widths,
  // then write, and only in pictures that are seen.

  var waiting = new Set();

  function fit() {
    var found = [];
    waiting.forEach(function (card) {
      card.querySelectorAll(".figure .node").forEach(function (node) {
        var box = node.querySelector("rect, path:not(.way)");
        if (!box) return;
        var wide = box.getBBox().width - 8;
        node.querySelectorAll("text:not(.point):not(.q)").forEach(function (text) {
          if (text.getComputedTextLength() > wide) found.push([text, wide]);
        });
      });
    });
    waiting.clear();
    found.forEach(function (each) {
      each[0].setAttribute("textLength", each[1]);
      each[0].setAttribute("lengthAdjust", "spacingAndGlyphs");
    });
  }

  if ("IntersectionObserver" in window) {
    var watching = new IntersectionObserver(function (entries) {
      entries.forEach(function (entry) {
        if (entry.isIntersecting) {
          waiting.add(entry.target.closest("details.card"));
          watching.unobserve(entry.target);
        }
      });
      if (waiting.size) window.requestAnimationFrame(fit);
    });
  }
  cards.forEach(function (card) {
    card.addEventListener("toggle", function () {
      var figure = card.open ? card.querySelector(".figure") : null;
      if (!figure) return;
      if (watching && !figure.dataset.seen) {
        figure.dataset.seen = "yes";
        watching.observe(figure);
      }
      if (goneNow.size) markFigure(card);
    });
  });

  // Print shows what the filter shows, all of it open.

  var opened = [];
  window.addEventListener("beforeprint", function () {
    cards.forEach(function (card) {
      if (card.hidden || card.open) return;
      card.open = true;
      opened.push(card);
    });
  });
  window.addEventListener("afterprint", function () {
    opened.forEach(function (card) { card.open = false; });
    opened = [];
  });

  // The browser goes there too when all is loaded, and takes the focus with it.
  go(window.location.hash);
  window.addEventListener("load", function () { go(window.location.hash); });
})();
