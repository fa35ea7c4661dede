// src/normalize/offset-map.ts
var OffsetMap = class _OffsetMap {
  /** origin[i] = source offset of character i; length n + 1. null is the identity. */
  constructor(origin) {
    this.origin = origin;
  }
  origin;
  static identity = new _OffsetMap(null);
  toSource(start, end) {
    const o = this.origin;
    if (!o) return { start, end };
    let stop = end;
    if (end > start) while (stop < o.length - 1 && o[stop] === o[stop - 1]) stop++;
    return { start: o[start], end: o[stop] };
  }
  /** The first character that came from `offset` or later: the inverse of a span's start. */
  fromSource(offset) {
    const o = this.origin;
    if (!o) return offset;
    let low = 0;
    let high = o.length - 1;
    while (low < high) {
      const middle = low + high >> 1;
      if (o[middle] < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
  /** Applies sorted, disjoint edits; one whose text is as long as what it replaces maps character by character. */
  apply(text2, edits) {
    if (edits.length === 0) return { text: text2, map: this };
    const pieces3 = [];
    let at2 = 0;
    let sameLength = true;
    for (const e of edits) {
      pieces3.push(text2.slice(at2, e.start), e.text);
      at2 = e.end;
      if (e.text.length !== e.end - e.start) sameLength = false;
    }
    pieces3.push(text2.slice(at2));
    const out = pieces3.join("");
    if (sameLength) return { text: out, map: this };
    const before = this.origin;
    const next = new Int32Array(out.length + 1);
    let to = 0;
    let from = 0;
    const copy = (until) => {
      if (before) next.set(before.subarray(from, until), to);
      else for (let i = from; i < until; i++) next[to + i - from] = i;
      to += until - from;
      from = until;
    };
    for (const e of edits) {
      copy(e.start);
      if (e.text.length === e.end - e.start) copy(e.end);
      else {
        next.fill(before ? before[e.start] : e.start, to, to + e.text.length);
        to += e.text.length;
        from = e.end;
      }
    }
    copy(text2.length);
    next[to] = before ? before[text2.length] : text2.length;
    return { text: out, map: new _OffsetMap(next) };
  }
};

// src/normalize/pass.ts
function editsOf(text2, pattern2, rewrite) {
  const edits = [];
  pattern2.lastIndex = 0;
  for (let m = pattern2.exec(text2); m; m = pattern2.exec(text2)) {
    const to = rewrite(m);
    if (to === null) continue;
    if (typeof to !== "string") edits.push(...to);
    else if (to !== m[0]) edits.push({ start: m.index, end: m.index + m[0].length, text: to });
  }
  return edits;
}
var DELETED = 65535;
function characterEdits(text2, table3) {
  const edits = [];
  let open;
  for (let i = 0; i < text2.length; i++) {
    const code = table3[text2.charCodeAt(i)];
    if (code === 0) continue;
    const to = code === DELETED ? "" : String.fromCharCode(code);
    if (open && open.end === i && code !== DELETED && open.text.length === open.end - open.start) {
      open.text += to;
      open.end = i + 1;
    } else {
      open = { start: i, end: i + 1, text: to };
      edits.push(open);
    }
  }
  return edits;
}

// src/normalize/passes/collapse-commas.ts
var collapseCommas = {
  name: "doubled_commas",
  edits: (text2) => editsOf(text2, /[,、][,、。]+/g, (m) => m[0].includes("\u3002") ? "\u3002" : ",")
};

// src/normalize/passes/decode-entities.ts
var NAMED = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  ensp: " ",
  emsp: " ",
  middot: "\xB7",
  ldquo: "\u201C",
  rdquo: "\u201D",
  lsquo: "\u2018",
  rsquo: "\u2019",
  mdash: "\u2014",
  ndash: "-",
  hellip: "\u2026",
  times: "\xD7",
  copy: "\xA9"
};
var decodeEntities = {
  name: "entities",
  edits: (text2) => text2.includes("&") ? editsOf(text2, /&(?:#(\d{2,6})|#x([0-9a-f]{2,5})|([a-z]{2,8}));/gi, (m) => {
    if (m[3]) return NAMED[m[3].toLowerCase()] ?? null;
    const code = m[1] ? Number(m[1]) : Number.parseInt(m[2], 16);
    return code > 31 && code < 1114112 && !(code >= 55296 && code < 57344) ? String.fromCodePoint(code) : null;
  }) : []
};

// src/normalize/passes/fold-width.ts
var table = new Uint16Array(65536);
for (let code = 65281; code <= 65374; code++) table[code] = code - 65248;
for (const [from, until] of [
  [12032, 12245],
  [63744, 64255],
  [13056, 13311]
])
  for (let code = from; code <= until; code++) {
    const folded = String.fromCharCode(code).normalize("NFKC");
    if (folded.length === 1 && folded.charCodeAt(0) !== code) table[code] = folded.charCodeAt(0);
  }
var LOOK_ALIKES = {
  "\u2EA0": "\u6C11",
  "\u2ED3": "\u957F",
  "\u2ED4": "\u95E8",
  "\u2ECB": "\u8F66",
  "\u2EC5": "\u89C1",
  "\u2EC9": "\u8D1D",
  "\u2EDA": "\u9875",
  "\u2EDB": "\u98CE",
  "\u2EDC": "\u98DE",
  "\u2EE2": "\u9A6C",
  "\u2EE5": "\u9C7C",
  "\u2EE6": "\u9E1F",
  "\u2EE8": "\u9EA6",
  "\u2EE9": "\u9EC4",
  "\u2EEC": "\u9F50",
  "\u2EF0": "\u9F99",
  "\u2EC4": "\u897F",
  "\u2EC6": "\u89D2",
  "\u2EDD": "\u98DF",
  "\u2EE3": "\u9AA8",
  "\u2E9F": "\u6BCD",
  "\u2ED8": "\u9752",
  "\u2ED9": "\u97E6",
  "\uFE5D": "\u3014",
  "\uFE5E": "\u3015",
  "\uFE6A": "%",
  "\uFE50": ",",
  "\uFE51": "\u3001",
  "\uFE54": ";",
  "\uFE55": ":",
  "\uFE56": "?",
  "\uFE57": "!",
  "\uFE59": "(",
  "\uFE5A": ")",
  "\uFE63": "-",
  "\uFE64": "<",
  "\uFE65": ">",
  "\u3007": "\u3007",
  "\u2015": "\u2014",
  "\u2500": "\u2014",
  "\u2501": "\u2014",
  "\u2010": "-",
  "\u2011": "-",
  "\u2212": "-",
  "\u2012": "-",
  "\u2013": "-",
  "\uFF5E": "~",
  "\u301C": "~",
  "\u223C": "~",
  "\u201E": "\u201C",
  "\u201F": "\u201C",
  "\u301D": "\u201C",
  "\u301E": "\u201D",
  "\uFF02": '"',
  "\uFF61": "\u3002",
  "\uFF64": "\u3001",
  "\uFF62": "\u300C",
  "\uFF63": "\u300D"
};
for (const [from, folded] of Object.entries(LOOK_ALIKES)) table[from.charCodeAt(0)] = folded.charCodeAt(0);
var foldWidth = {
  name: "folded_width",
  edits: (text2) => characterEdits(text2, table)
};

// src/normalize/passes/mask-ad-names.ts
var AFTER = /^(?:人民政府|政府|[市县区州省](?!场|别|分|级|域|块)|办公室|各(?:级|部门|乡|镇|县|区|单位)|關于|关于)/;
var PHRASE = /[A-Za-z0-9\u4e00-\u9fff.·-]{1,24}(?:[_ ][A-Za-z0-9\u4e00-\u9fff.·-]{1,24}){1,4}/y;
var JOINT = /[_ ]/g;
var PART = /[A-Za-z0-9\u4e00-\u9fff.·-]/;
var LONGEST_PART = 24;
var maskAdNames = {
  name: "masked_names",
  edits(text2, kit2) {
    if (!text2.includes("_") && !/[A-Za-z0-9] [\u4e00-\u9fff]|[\u4e00-\u9fff] [A-Za-z0-9]/.test(text2))
      return [];
    const words2 = kit2.tables["ad-words"].map((row) => row.word).filter((word) => text2.includes(word));
    if (words2.length === 0) return [];
    const edits = [];
    for (const phrase of phrases(text2, words2))
      for (let at2 = text2.indexOf(phrase); at2 >= 0; at2 = text2.indexOf(phrase, at2 + phrase.length)) {
        const end = at2 + phrase.length;
        if (edits.some((e) => e.start < end && e.end > at2)) continue;
        edits.push({ start: at2, end, text: "\u25A0", repair: "name" });
      }
    return edits.sort((a, b) => a.start - b.start);
  }
};
function phrases(text2, words2) {
  const counts = /* @__PURE__ */ new Map();
  let looked = 0;
  for (let m = nextPhrase(text2, 0); m && looked < 2e3; m = nextPhrase(text2, PHRASE.lastIndex), looked++) {
    if (!words2.some((word) => m[0].includes(word))) continue;
    const joint2 = m[0].search(/[_ ]/);
    const ends2 = [];
    for (let end = joint2 + 2; end <= m[0].length; end++)
      if (AFTER.test(text2.slice(m.index + end, m.index + end + 4))) ends2.push(end);
    for (let start = joint2; start >= 0; start--)
      for (const end of ends2) {
        const phrase = m[0].slice(start, end);
        if (!tellsAd(phrase, words2)) continue;
        counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
      }
  }
  const repeated = [...counts].filter(([p, n]) => n >= 2 || p.includes("_") && text2.split(p).length > 2).map(([p]) => p);
  return repeated.filter((p) => !repeated.some((q) => q !== p && p.startsWith(q))).filter((p, _, ends2) => !ends2.some((q) => q !== p && q.endsWith(p))).sort((a, b) => b.length - a.length);
}
function nextPhrase(text2, from) {
  JOINT.lastIndex = from + 1;
  for (let joint2 = JOINT.exec(text2); joint2; joint2 = JOINT.exec(text2)) {
    const { index } = joint2;
    if (!PART.test(text2[index - 1]) || !PART.test(text2[index + 1] ?? "")) continue;
    let start = index;
    while (start > from && index - start < LONGEST_PART && PART.test(text2[start - 1])) start--;
    PHRASE.lastIndex = start;
    return PHRASE.exec(text2);
  }
  return null;
}
function tellsAd(phrase, words2) {
  if (!phrase.includes("_") && !/[a-z\u4e00-\u9fff]\d| v?\d+版/i.test(phrase)) return false;
  return words2.some((word) => phrase.includes(word));
}

// src/normalize/passes/rename-variants.ts
var renameVariants = {
  name: "variant_words",
  edits(text2, kit2) {
    if (!kit2.variantWords.pattern.test(text2)) return [];
    kit2.variantWords.pattern.lastIndex = 0;
    return editsOf(text2, kit2.variantWords.pattern, (m) => kit2.variantWords.to.get(m[0]) ?? null);
  }
};

// src/read/charset.ts
import { isUtf8, transcode } from "node:buffer";
import { createRequire } from "node:module";
var FREQUENT = new Set(
  "\u7684\u4E00\u662F\u5728\u4E0D\u4E86\u6709\u548C\u4EBA\u8FD9\u4E2D\u5927\u4E3A\u4E0A\u4E2A\u56FD\u6211\u4EE5\u8981\u4ED6\u65F6\u6765\u7528\u4EEC\u751F\u5230\u4F5C\u5730\u4E8E\u51FA\u5C31\u5206\u5BF9\u6210\u4F1A\u53EF\u4E3B\u53D1\u5E74\u52A8\u540C\u5DE5\u4E5F\u80FD\u4E0B\u8FC7\u5B50\u8BF4\u4EA7\u79CD\u9762\u800C\u65B9\u540E\u591A\u5B9A\u884C\u5B66\u6CD5\u6240\u6C11\u5F97\u7ECF\u5341\u4E09\u4E4B\u8FDB\u7740\u7B49\u90E8\u5EA6\u5BB6\u7535\u529B\u91CC\u5982\u6C34\u5316\u9AD8\u81EA\u4E8C\u7406\u8D77\u5C0F\u7269\u73B0\u5B9E\u52A0\u91CF\u90FD\u4E24\u4F53\u5236\u673A\u5F53\u4F7F\u70B9\u4ECE\u4E1A\u672C\u53BB\u628A\u6027\u597D\u5E94\u5F00\u5B83\u5408\u8FD8\u56E0\u7531\u5176\u4E9B\u7136\u524D\u5916\u5929\u653F\u56DB\u65E5\u90A3\u793E\u4E49\u4E8B\u5E73\u5F62\u76F8\u5168\u8868\u95F4\u6837\u4E0E\u5173\u5404\u91CD\u65B0\u7EBF\u5185\u6570\u6B63\u5FC3\u53CD\u4F60\u660E\u770B\u539F\u53C8\u4E48\u5229\u6BD4\u6216\u4F46\u8D28\u6C14\u7B2C\u5411\u9053\u547D\u6B64\u53D8\u6761\u53EA\u6CA1\u7ED3\u89E3\u95EE\u610F\u5EFA\u6708\u516C\u65E0\u7CFB\u519B\u5F88\u60C5\u8005\u6700\u7ACB\u4EE3\u60F3\u5DF2\u901A\u5E76\u63D0\u76F4\u9898\u515A\u7A0B\u5C55\u4E94\u679C\u6599\u8C61\u5458\u9769\u4F4D\u5165\u5E38\u6587\u603B\u6B21\u54C1\u5F0F\u6D3B\u8BBE\u53CA\u7BA1\u7279\u4EF6\u957F\u6C42\u8001\u5934\u57FA\u8D44\u8FB9\u6D41\u8DEF\u7EA7\u5C11\u56FE\u5C71\u7EDF\u63A5\u77E5\u8F83\u5C06\u7EC4\u89C1\u8BA1\u522B\u5979\u624B\u89D2\u671F\u6839\u8BBA\u8FD0\u519C\u6307\u51E0\u4E5D\u533A\u5F3A\u653E\u51B3\u897F\u88AB\u5E72\u505A\u5FC5\u6218\u5148\u56DE\u5219\u4EFB\u53D6\u636E\u5904\u961F\u5357\u7ED9\u8272\u5149\u95E8\u5373\u4FDD\u6CBB\u5317\u9020\u767E\u89C4\u70ED\u9886\u4E03\u6D77\u53E3\u4E1C\u5BFC\u5668\u538B\u5FD7\u4E16\u91D1\u589E\u4E89\u6D4E\u9636\u6CB9\u601D\u672F\u6781\u4EA4\u53D7\u8054\u4EC0\u8BA4\u516D\u5171\u6743\u6536\u8BC1\u6539\u6E05\u5DF1\u7F8E\u518D\u91C7\u8F6C\u66F4\u5355\u98CE\u5207\u6253\u767D\u6559\u901F\u82B1\u5E26\u5B89\u573A\u8EAB\u8F66\u4F8B\u771F\u52A1\u5177\u4E07\u6BCF\u76EE\u81F3\u8FBE\u8D70\u79EF\u793A\u8BAE\u58F0\u62A5\u6597\u5B8C\u7C7B\u516B\u79BB\u534E\u540D\u786E\u624D\u79D1\u5F20\u4FE1\u9A6C\u8282\u8BDD\u7C73\u6574\u7A7A\u5143\u51B5\u4ECA\u96C6\u6E29\u4F20\u571F\u8BB8\u6B65\u7FA4\u5E7F\u77F3\u8BB0\u9700\u6BB5\u7814\u754C\u62C9\u6797\u5F8B\u53EB\u4E14\u7A76\u89C2\u8D8A\u7EC7\u88C5\u5F71\u7B97\u4F4E\u6301\u97F3\u4F17\u4E66\u5E03\u590D\u5BB9\u513F\u987B\u9645\u5546\u975E\u9A8C\u8FDE\u65AD\u6DF1\u96BE\u8FD1\u77FF\u5343\u5468\u59D4\u7D20\u6280\u5907\u534A\u529E\u9752\u7701\u5217\u4E60\u54CD\u7EA6\u652F\u822C\u53F2\u611F\u52B3\u4FBF\u56E2\u5F80\u9178\u5386\u5E02\u514B\u4F55\u9664\u6D88\u6784\u5E9C\u79F0\u592A\u51C6\u7CBE\u503C\u53F7\u7387\u65CF\u7EF4\u5212\u9009\u6807\u5199\u5B58\u5019\u6BDB\u4EB2\u5FEB\u6548\u65AF\u9662\u67E5\u6C5F\u578B\u773C\u738B\u6309\u683C\u517B\u6613\u7F6E\u6D3E\u5C42\u7247\u59CB\u5374\u4E13\u72B6\u80B2\u5382\u4EAC\u8BC6\u9002\u5C5E\u5706\u5305\u706B\u4F4F\u8C03\u6EE1\u53BF\u5C40\u7167\u53C2\u7EA2\u7EC6\u5F15\u542C\u8BE5\u94C1\u4EF7\u4E25\u7F51\u7AD9\u680F\u9891\u5A92\u68C0\u901A\u62A5\u5385\u62BD\u79D8\u570B\u52D9\u500B\u6642\u4F86\u5011\u5C0D\u6703\u767C\u7522\u9019\u70BA\u904E\u7A2E\u5B78\u7D93\u9032\u61C9\u9084\u8207\u95DC\u7121\u6578\u6A5F\u7576\u9EDE\u5F9E\u696D\u9AD4\u8CEA\u6C23\u554F\u984C\u689D\u5BE6\u73FE\u8B8A\u8AD6\u904B\u8FB2\u5340\u5F37\u6C7A\u8655\u64DA\u968A\u9580\u5C0E\u6FDF\u806F\u8A8D\u8B49\u8F49\u55AE\u98A8\u5E36\u5834\u52D9\u842C\u9054\u8B70\u8072\u5831\u985E\u96E2\u83EF\u78BA\u5F35\u99AC\u7BC0\u8A71\u6CC1\u50B3\u8A31\u5EE3\u8A18\u89C0\u7E54\u88DD\u66F8\u5FA9\u9808\u969B\u9023\u65B7\u96E3\u5099\u8FA6\u7FD2\u97FF\u7D04\u52DE\u5718\u6B77\u69CB\u7A31\u6E96\u7DAD\u5283\u9078\u6A19\u5BEB\u89AA\u5EE0\u8B58\u5C6C\u8ABF\u6EFF\u7E23\u53C3\u7D05\u7D30\u807D\u8A72\u9435\u50F9\u56B4\u7DB2\u7AD9\u6B04\u983B\u5A92\u6AA2\u5EF3"
);
function decode(bytes2, declared) {
  const buffer = Buffer.from(bytes2.buffer, bytes2.byteOffset, bytes2.byteLength);
  if (buffer.length >= 4) {
    const mark = buffer.readUInt32BE(0);
    if (mark === 4294836224) return withLabel(buffer.subarray(4), "utf-32le");
    if (mark === 65279) return withLabel(buffer.subarray(4), "utf-32be");
  }
  if (buffer.length >= 2) {
    if (buffer[0] === 255 && buffer[1] === 254) return withLabel(buffer.subarray(2), "utf-16le");
    if (buffer[0] === 254 && buffer[1] === 255) return withLabel(buffer.subarray(2), "utf-16be");
  }
  const bom = buffer[0] === 239 && buffer[1] === 187 && buffer[2] === 191;
  const body = bom ? buffer.subarray(3) : buffer;
  if (isUtf8(body) && !body.subarray(0, 4096).includes(0))
    return doubted(
      { text: transcode(body, "utf8", "ucs2").toString("ucs2"), charset: "utf-8", bad: null },
      sevenBit
    );
  if (bom) return withLabel(body, "utf-8");
  return doubted(withLabel(buffer, guess(buffer, declared)), unfamiliar);
}
function doubted(decoded, doubt) {
  const found2 = doubt(decoded.text, decoded.charset);
  return found2 ? { ...decoded, doubt: found2 } : decoded;
}
function sevenBit(text2) {
  if (/[^\0-\x7f]/.test(text2)) return null;
  if (/~\{(?:[!-~]{2}){4}/.test(text2) && text2.includes("~}")) return byteless("HZ");
  if (text2.includes("\x1B$")) return byteless("ISO 2022");
  let han = 0;
  let units = 0;
  for (const [, base64] of text2.matchAll(UTF7)) {
    const bytes2 = Buffer.from(base64, "base64");
    for (let i = 0; i + 1 < bytes2.length; i += 2) {
      const unit = bytes2.readUInt16BE(i);
      units++;
      if (unit >= 12288 && unit < 40960 || unit >= 65280) han++;
    }
  }
  return han >= LEAST_HAN && han > units * MOSTLY ? byteless("UTF-7") : null;
}
var byteless = (charset) => `written in ${charset}, which is not read: save it as UTF-8`;
var UTF7 = /\+([A-Za-z0-9+/]{3,4000})/g;
var LEAST_HAN = 8;
var MOSTLY = 0.8;
function unfamiliar(text2, charset) {
  const head = text2.slice(0, 65536);
  return familiarity(head) < STRANGE && head.replace(/[\0-\x7f\u00a0\u3000]+/g, "").length >= LONG_ENOUGH ? `hardly any common character in it as ${charset}: perhaps in a charset that is not read` : null;
}
var STRANGE = 0.2;
var LONG_ENOUGH = 30;
function withLabel(bytes2, charset) {
  let text2 = charset.startsWith("utf-32") ? legacy(bytes2, charset) : new TextDecoder(charset, { ignoreBOM: true }).decode(bytes2);
  if (charset === "big5" && /[\uE000-\uF8FF]/.test(text2)) text2 = legacy(bytes2, "big5-hkscs");
  const strange = strangeLines(bytes2, text2, charset);
  const first = text2.indexOf("\uFFFD");
  if (first < 0) return { text: text2, charset, bad: null, ...strange && { strange } };
  let count = 0;
  for (let i = first; i >= 0; i = text2.indexOf("\uFFFD", i + 1)) count++;
  return { text: text2, charset, bad: { count, first }, ...strange && { strange } };
}
function strangeLines(bytes2, text2, charset) {
  if (charset !== "gb18030" && charset !== "big5") return void 0;
  let lines = 0;
  let other = "";
  let first = 0;
  let from = 0;
  let at2 = 0;
  for (const line of text2.split("\n")) {
    const end = bytes2.indexOf(10, from);
    const raw = bytes2.subarray(from, end < 0 ? bytes2.length : end);
    if (FOREIGN.test(line) && familiarity(line) < UNFAMILIAR) {
      const read2 = OTHERS.find((o) => o !== charset && familiarity(new TextDecoder(o).decode(raw)) > FAMILIAR);
      if (read2 && lines++ === 0) {
        other = read2;
        first = at2;
      }
    }
    from = end + 1;
    at2 += line.length + 1;
    if (end < 0) break;
  }
  return lines > 0 ? { lines, charset: other, first } : void 0;
}
var OTHERS = ["utf-8", "gb18030", "big5"];
var FOREIGN = /[\u0080-\uffff]{6}/;
var UNFAMILIAR = 0.25;
var FAMILIAR = 0.5;
function legacy(bytes2, charset) {
  const { decode: decode2 } = createRequire(import.meta.url)("iconv-lite");
  return decode2(bytes2, charset);
}
function guess(bytes2, declared) {
  const head = bytes2.subarray(0, 65536);
  let even = 0;
  let odd = 0;
  for (let i = 0; i < head.length; i++) if (head[i] === 0) i & 1 ? odd++ : even++;
  if (even + odd > head.length / 50) {
    const known7 = (charset) => familiarity(new TextDecoder(charset).decode(head));
    return known7("utf-16le") - known7("utf-16be") + (odd > even ? 0.02 : -0.02) > 0 ? "utf-16le" : "utf-16be";
  }
  const label = declared ? canonical(declared) : "";
  let best = "utf-8";
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const charset of ["gb18030", "big5", "utf-16le", "utf-16be", "utf-8"]) {
    const score2 = familiarity(new TextDecoder(charset).decode(head)) + (charset === label ? 0.02 : 0);
    if (score2 > bestScore) {
      best = charset;
      bestScore = score2;
    }
  }
  return best;
}
function familiarity(text2) {
  let seen = 0;
  let known7 = 0;
  let bad = 0;
  for (const c of text2) {
    const code = c.codePointAt(0);
    if (code < 128 || code === 160 || code === 12288) continue;
    seen++;
    if (code === 65533 || code >= 57344 && code <= 63743) bad++;
    else if (FREQUENT.has(c)) known7++;
  }
  return seen ? (known7 - 3 * bad) / seen : 0;
}
var isLabelOf = (charset, label) => canonical(label) === charset;
function canonical(label) {
  const l = label.trim().toLowerCase();
  if (l === "utf8") return "utf-8";
  if (l === "utf-16") return "utf-16le";
  if (/^(gb|x-gbk|cp936|hz)/.test(l)) return "gb18030";
  if (/^(big5|cp950|x-x-big5)/.test(l)) return "big5";
  return l;
}
function undecodable({ text: text2, charset, bad, strange, doubt }) {
  const problems = [];
  const say = (message, at2) => problems.push({ code: "undecodable", message, at: at2 });
  if (bad) say(`${bad.count} characters could not be decoded as ${charset}`, bad.first);
  else {
    const lost = text2.split("\uFFFD").length - 1;
    if (lost > 0)
      say(`${lost} characters were lost before the file was written (U+FFFD)`, text2.indexOf("\uFFFD"));
  }
  const nuls = text2.includes("\0") ? text2.split("\0").length - 1 : 0;
  if (nuls > text2.length / MOST_NULS)
    say(`${nuls} NUL characters: this is no text in ${charset}`, text2.indexOf("\0"));
  if (doubt) say(doubt, 0);
  if (strange) say(`lines in ${strange.charset} within a file of ${charset}: ${strange.lines}`, strange.first);
  return problems;
}
var MOST_NULS = 10;

// src/normalize/passes/repair-byte-shift.ts
var WORDS = "\u653F\u5E9C\u7DB2\u7AD9 \u653F\u5E9C\u7F51\u7AD9 \u653F\u52D9\u65B0\u5A92\u9AD4 \u653F\u52A1\u65B0\u5A92\u4F53 \u653F\u52D9\u7DB2\u7AD9 \u653F\u52A1\u7F51\u7AD9 \u653F\u5E9C\u9580\u6236\u7DB2\u7AD9 \u653F\u5E9C\u95E8\u6237\u7F51\u7AD9 \u7DB2\u7AD9 \u7F51\u7AD9 \u65B0\u5A92\u9AD4 \u65B0\u5A92\u4F53 \u5B58\u5728 \u554F\u984C \u95EE\u9898 \u6AA2\u67E5 \u68C0\u67E5 \u62BD\u67E5 \u7E3D\u9AD4\u60C5\u6CC1 \u603B\u4F53\u60C5\u51B5 \u57FA\u672C\u60C5\u6CC1 \u57FA\u672C\u60C5\u51B5 \u5DE5\u4F5C \u6574\u6539 \u52A0\u5F37 \u52A0\u5F3A \u63D0\u9AD8 \u5F37\u5316 \u5F3A\u5316 \u843D\u5BE6 \u843D\u5B9E \u53CA\u6642 \u53CA\u65F6 \u4FE1\u606F \u5167\u5BB9 \u5185\u5BB9 \u90E8\u5206 \u500B\u5225 \u4E2A\u522B \u6B04\u76EE \u680F\u76EE \u7DB2\u6C11\u7559\u8A00 \u7F51\u6C11\u7559\u8A00 \u653F\u52D9\u516C\u958B \u653F\u52A1\u516C\u5F00 \u4E92\u52D5\u4EA4\u6D41 \u4E92\u52A8\u4EA4\u6D41 \u76E3\u7BA1 \u76D1\u7BA1".split(
  " "
);
var MARKS = [..."\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D\u5341"].map((n) => `\uFF08${n}\uFF09`);
var COMMON = /* @__PURE__ */ new Set([
  ...FREQUENT,
  ..."\u7E3D\u8AAA\u932F\u7E23\u9109\u93AE\u865F\u8CEC\u73FE\u6B04\u6AA2\u76E3\u9801\u958B\u6771\u96F2\u9280\u5C07\u9818\u5C0E\u7E54\u91DD\u8A72\u9805\u6E2C\u8A55\u8B70\u8A02\u5BE9\u8B80\u8F2F\u64DA\u9EDE\u7D71\u8A08\u5283\u8CA1\u8FB2\u696D\u885B\u74B0\u8CC7\u8A0A\u97FF\u61C9\u6236"
]);
var LEADS = [161, 163, 162];
var LONGEST = 60;
var bytes;
var tokens;
function loadBytes() {
  const decoder = new TextDecoder("gb18030");
  const of = /* @__PURE__ */ new Map();
  const characters2 = /* @__PURE__ */ new Map();
  const pair2 = new Uint8Array(2);
  for (let lead = 129; lead <= 254; lead++)
    for (let trail = 64; trail <= 254; trail++) {
      if (trail === 127) continue;
      pair2[0] = lead;
      pair2[1] = trail;
      const c = decoder.decode(pair2);
      if (c.length !== 1 || c === "\uFFFD" || c >= "\uE000" && c <= "\uF8FF") continue;
      characters2.set(lead * 256 + trail, c);
      if (!of.has(c)) of.set(c, lead * 256 + trail);
    }
  return { of, character: (lead, trail) => characters2.get(lead * 256 + trail) ?? "" };
}
function tokenOf(text2, mark, { of }) {
  return { text: text2, mark, bytes: [...text2].flatMap((c) => [of.get(c) >> 8, of.get(c) & 255]) };
}
var repairByteShift = {
  name: "byte_shift",
  edits(text2) {
    const edits = [];
    for (let at2 = text2.indexOf("?"); at2 >= 0; at2 = text2.indexOf("?", at2 + 1)) {
      if (!mayBeShifted(text2, at2)) continue;
      bytes ??= loadBytes();
      const reading = readShifted(text2, at2, bytes);
      if (!reading) continue;
      edits.push({ start: at2, end: reading.end, text: reading.text, repair: "garbled" });
      at2 = reading.end - 1;
    }
    return edits;
  }
};
function mayBeShifted(text2, at2) {
  const next = text2[at2 + 1];
  if (next === void 0) return false;
  if (/[\u4e00-\u9fff\s\w]/.test(next)) return false;
  return next > "\x7F" || /[!-?]/.test(next);
}
function readShifted(text2, at2, b) {
  const list = tokens ??= [
    ...MARKS.map((m) => tokenOf(m, true, b)),
    ...WORDS.map((w) => tokenOf(w, false, b))
  ];
  const limit = Math.min(text2.length, at2 + LONGEST);
  const readings = [];
  let steps = 0;
  const first = pairAt(at2 + 1);
  if (first < 0) return null;
  for (const lead of LEADS) {
    if (readings.length > 0) break;
    const c = b.character(lead, first >> 8);
    if (c && isPlain(c)) walk(at2 + 1, first >> 8, c, false, 0, 0);
  }
  readings.sort((x, y) => y.score - x.score);
  const best = readings[0];
  if (!best || readings.some((r) => r.score === best.score && r.text !== best.text)) return null;
  const lineStart = at2 === 0 || text2[at2 - 1] === "\n";
  return { ...best, text: lineStart ? best.text.replace(/^\u3000/, "") : best.text };
  function pairAt(i) {
    if (i >= limit) return -1;
    const code = text2.charCodeAt(i);
    if (code >= 33 && code <= 63) return 41856 + code;
    return b.of.get(text2[i]) ?? -1;
  }
  function walk(i, trail, made2, afterMark, score2, known7) {
    if (++steps > 500) return;
    for (const t2 of list) {
      const s = spell(t2, i, trail);
      if (!s || s.seen === 0 || (t2.mark ? made2.length > 1 : !afterMark && s.seen < 2)) continue;
      const to = made2 + t2.text.slice(0, s.count);
      const sum = score2 + 2 * s.count + (t2.mark ? 4 : 0);
      if (s.end) accept(to, s.i, sum, known7 + s.count);
      else walk(s.i, s.trail, to, t2.mark, sum, known7 + s.count);
    }
    const here = pairAt(i);
    if (here < 0 || here >> 8 !== trail) return;
    const code = i + 1 < limit ? text2.charCodeAt(i + 1) : 0;
    if (code >= 64 && code <= 126) {
      const c2 = b.character(here & 255, code);
      if (c2) accept(made2 + c2, i + 2, score2 + worth(c2), known7);
    }
    const next = pairAt(i + 1);
    if (next < 0) return;
    const c = b.character(here & 255, next >> 8);
    if (c) walk(i + 1, next >> 8, made2 + c, false, score2 + worth(c), known7);
  }
  function spell(t2, from, before) {
    let i = from;
    let trail = before;
    let seen = 0;
    for (let k = 0; k < t2.bytes.length; k += 2) {
      const lead = t2.bytes[k];
      if (b.character(trail, lead) && trail !== 254) {
        if (pairAt(i) !== trail * 256 + lead) return null;
        i++;
        seen++;
      } else if (pairAt(i) === trail * 256 + lead) i++;
      trail = t2.bytes[k + 1];
      if (trail > 126) continue;
      if (text2.charCodeAt(i) !== trail) return null;
      const rest = t2.text.slice(k / 2 + 1);
      const follows = text2.slice(i + 1, i + 24).replace(/\([^()]{1,7}\)/g, "");
      return follows.startsWith(rest) ? { i: i + 1, trail, count: k / 2 + 1, seen: seen + 1, end: true } : null;
    }
    return { i, trail, count: t2.text.length, seen, end: false };
  }
  function accept(made2, end, score2, known7) {
    if (known7 === 0 && /[A-Za-z0-9]/.test(text2[end] ?? "")) return;
    const letters = [...made2].filter((c) => c >= "\u3400");
    if (letters.length === 0) return;
    const familiar = letters.filter((c) => COMMON.has(c)).length;
    if ([...made2].some((c) => c < "\u3400" && !isPlain(c))) return;
    const share = (familiar + known7) / (letters.length + known7);
    if (share < (letters.length < 5 && known7 === 0 ? 1 : 0.75)) return;
    const before = [...text2.slice(at2 + 1, end)];
    const was = before.filter((c) => COMMON.has(c) || isPlain(c)).length / before.length;
    if (was < 0.8 || letters.length === 1) readings.push({ text: made2, end, score: score2 });
  }
  function worth(c) {
    return COMMON.has(c) || isPlain(c) ? 1 : -2;
  }
}
function isPlain(c) {
  return /[\u3000-\u3002“”‘’《》〈〉〔〕【】—…·，。：；！？（）、０-９]/.test(c);
}

// src/calendar.ts
function daysInMonth(year, month) {
  if (month === 2) return year % 4 === 0 && year % 100 !== 0 || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
function isRealDate(year, month, day) {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}
function isoDate(year, month, day) {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
function addDays(iso, days) {
  const [year, month, day] = [Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8))];
  if (iso.length === 10 && year >= 1e3) {
    const at2 = new Date(Date.UTC(year, month - 1, day) + days * 864e5);
    const then = at2.getUTCFullYear();
    if (then >= 1e3 && then <= 9999) return isoDate(then, at2.getUTCMonth() + 1, at2.getUTCDate());
  }
  return new Date(Date.parse(`${iso}T00:00:00Z`) + days * 864e5).toISOString().slice(0, 10);
}
function farDay(iso, days) {
  return Math.abs(days) < 1e6 ? inCalendar(addDays(iso, days)) : null;
}
function farMonth(iso, months) {
  const total = Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1 + months;
  const [year, month] = [Math.floor(total / 12), total % 12 + 1];
  return year >= 1 && year <= 9999 ? isoDate(year, month, Math.min(Number(iso.slice(8)), daysInMonth(year, month))) : null;
}
var inCalendar = (iso) => /^\d{4}-/.test(iso) && !iso.startsWith("0000") ? iso : null;
function weekday(iso) {
  return (/* @__PURE__ */ new Date(`${iso}T00:00:00Z`)).getUTCDay() || 7;
}
function daysBetween(from, to) {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 864e5);
}

// src/normalize/passes/repair-dates.ts
var FULL_DATE = /(20[0-3]\d)\s{0,9}[-年./]\s{0,9}(\d{1,2})\s{0,9}[-月./]\s{0,9}(\d{1,2})(?!\d)/g;
var LOST = /(?<![\d.〔[(年月日/-])(20[0-3]\d)(年?)(\d{1,6})(日|月|(?=[ \t]{0,99}$))|(?<![\d.〔年月/-])(\d{2,4})日|(?<!\d)(1[0-2]|[1-9])月(3[01]|[12]\d|[1-9])(?=(?:之|以)?前(?!后))/gm;
var repairDates = {
  name: "repaired_dates",
  edits(text2) {
    const known7 = knownDates(text2);
    return editsOf(text2, LOST, (m) => {
      const [whole2, year, nian, digits, tail, bare2, month, day] = m;
      if (month && day)
        return isRealDate(2020, Number(month), Number(day)) ? insert(m.index + whole2.length, "\u65E5") : null;
      if (bare2) {
        if (Number(bare2) <= 31) return null;
        return repair(
          m.index,
          splits(bare2, void 0, !/^[前之以至到-]/.test(text2.slice(m.index + whole2.length))),
          false
        );
      }
      if (!year || !digits) return null;
      if (tail === "\u6708")
        return nian || digits.length > 2 || Number(digits) > 12 ? null : insert(m.index + 4, "\u5E74");
      if (tail === "" && !aloneOnLine(text2, m.index, whole2.length)) return null;
      if (nian && tail === "\u65E5" && Number(digits) <= 31) return null;
      if (nian && tail === "" && digits.length < 3) return null;
      const single = aloneOnLine(text2, m.index, whole2.length) || /^[前之以至到-]/.test(text2.slice(m.index + whole2.length));
      return repair(m.index, splits(digits, Number(year), !single), true, nian !== "");
    });
    function repair(at2, all2, withYear, hasNian = false) {
      const fitting = all2.length > 1 ? all2.filter((r2) => fits(r2, known7)) : all2;
      const readings = fitting.length ? fitting : all2;
      if (readings.length !== 1) return null;
      const r = readings[0];
      const edits = [];
      let i = at2 + (withYear ? 4 : 0);
      if (withYear && !hasNian) edits.push(...insert(i, "\u5E74"));
      if (hasNian) i++;
      i += String(r.month).length;
      edits.push(...insert(i, "\u6708"));
      i += String(r.day).length;
      if (r.lastDay !== void 0) edits.push(...insert(i, "-"));
      else if (text2[i] !== "\u65E5") edits.push(...insert(i, "\u65E5"));
      return edits;
    }
  }
};
var insert = (at2, text2) => [{ start: at2, end: at2, text: text2, repair: "date" }];
function aloneOnLine(text2, start, length) {
  const lineStart = text2.lastIndexOf("\n", start - 1) + 1;
  return text2.slice(lineStart, start).trim() === "" && /^[ \t]*(\n|$)/.test(text2.slice(start + length, start + length + 40));
}
function splits(digits, year, ranges) {
  const out = [];
  const part = (from, to) => {
    const s = digits.slice(from, to);
    return s === "" || s[0] === "0" ? Number.NaN : Number(s);
  };
  for (const m of [1, 2])
    for (const d of [1, 2]) {
      const reading = { month: part(0, m), day: part(m, m + d), ...year === void 0 ? {} : { year } };
      if (!isRealDate(year ?? 2020, reading.month, reading.day)) continue;
      if (digits.length === m + d) out.push(reading);
      else if (ranges && digits.length - m - d <= 2 && digits.length > m + d) {
        const lastDay = part(m + d, digits.length);
        if (lastDay > reading.day && isRealDate(year ?? 2020, reading.month, lastDay))
          out.push({ ...reading, lastDay });
      }
    }
  return out;
}
function knownDates(text2) {
  const out = [];
  FULL_DATE.lastIndex = 0;
  for (let m = FULL_DATE.exec(text2); m && out.length < 20; m = FULL_DATE.exec(text2)) {
    const [year, month, day] = [Number(m[1]), Number(m[2]), Number(m[3])];
    if (isRealDate(year, month, day)) out.push({ year, month, day });
  }
  return out;
}
function fits(r, known7) {
  if (known7.length === 0) return true;
  return known7.some((k) => {
    const months = (r.year ?? k.year) * 12 + r.month - (k.year * 12 + k.month);
    return Math.abs(months) <= 3;
  });
}

// src/normalize/passes/repair-doc-numbers.ts
var INCOMPLETE = /([\u4e00-\u9fff](?:发|函|字|办|电|文|秘|政|规|告|通|令|委|局)?)([〔[(【]?)(20[0-3]\d|199\d)([〕\])】]?)(\d{1,4})(号?)(?![\d年月日.%])/g;
var repairDocNumbers = {
  name: "repaired_doc_numbers",
  edits: (text2) => editsOf(text2, INCOMPLETE, (m) => {
    const [, agency, open, year, close, serial, hao] = m;
    if (open && close && hao) return null;
    const certain = open === "\u3014" || open === "[" ? true : hao !== "" && /[发函字办电秘文]$/.test(agency);
    if (!certain) return null;
    const at2 = m.index + agency.length;
    const edits = [];
    if (!open) edits.push({ start: at2, end: at2, text: "\u3014", repair: "doc_number" });
    const afterYear = at2 + open.length + year.length;
    if (!close) edits.push({ start: afterYear, end: afterYear, text: "\u3015", repair: "doc_number" });
    const end = afterYear + close.length + serial.length;
    if (!hao) edits.push({ start: end, end, text: "\u53F7", repair: "doc_number" });
    return edits;
  })
};

// src/normalize/passes/strip-glosses.ts
var INITIAL = "(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?";
var FINAL = "(?:iang|iong|uang|ueng|ang|eng|ing|ong|ian|iao|uan|uai|\xFCan|van|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|\xFCe|ve|\xFCn|vn|a|e|i|o|u|\xFC|v|\xEA|m|n|ng|r)";
var SYLLABLE = new RegExp(`^${INITIAL}${FINAL}$`);
var TONES = {};
for (const [plain, toned] of Object.entries({
  a: "\u0101\xE1\u01CE\xE0",
  e: "\u0113\xE9\u011B\xE8",
  i: "\u012B\xED\u01D0\xEC",
  o: "\u014D\xF3\u01D2\xF2",
  u: "\u016B\xFA\u01D4\xF9",
  \u00FC: "\u01D6\u01D8\u01DA\u01DC",
  n: "\u0144\u0148\u01F9",
  m: "\u1E3F"
}))
  for (const c of toned) TONES[c] = plain;
TONES.\u0261 = "g";
var GLOSS = /([\u3400-\u9FFF\uF900-\uFAFF])[(（]([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿêɡ]{1,7})(?:[)）]|$)/g;
var stripGlosses = {
  name: "pinyin_annotations",
  edits(text2) {
    if (!/[(（][a-zɡü]{0,6}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]/.test(text2)) return [];
    return editsOf(text2, GLOSS, (m) => {
      let tones = 0;
      let plain = "";
      for (const c of m[2]) {
        const p = TONES[c];
        if (p && c !== "\u0261") tones++;
        plain += p ?? c;
      }
      return tones <= 1 && SYLLABLE.test(plain) ? m[1] : null;
    }).map((e) => ({ ...e, start: e.start + 1, text: "" }));
  }
};

// src/normalize/passes/strip-invisible.ts
var INVISIBLE = /[\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]/u;
var SPACE = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/;
var table2 = new Uint16Array(65536);
for (let code = 0; code < 65536; code++) {
  if (code === 13312) code = 64256;
  const c = String.fromCharCode(code);
  if (INVISIBLE.test(c) || code < 32 && code !== 9 && code !== 10 || code === 127) table2[code] = DELETED;
  else if (SPACE.test(c)) table2[code] = 32;
  else if (code === 133 || code === 8232 || code === 8233) table2[code] = 10;
}
var stripInvisible = {
  name: "invisible_characters",
  edits: (text2) => characterEdits(text2, table2)
};

// src/normalize/passes/to-simplified.ts
import CHARACTERS from "opencc-js/dict/TSCharacters";
import PHRASES from "opencc-js/dict/TSPhrases";
var SHARED = new Set("\u4E7E\u8457\u85C9\u77AD\u5925\u9918\u65BC\u5FB5\u8879\u7947\u9EBD\u4E48\u540E\u91CC\u4E91\u4F59\u7CFB\u53D1\u590D\u5E72\u540E\u9762\u8868\u8303");
var tables;
function load() {
  const character = new Uint16Array(65536);
  const telling = new Uint8Array(65536);
  const phrases2 = /* @__PURE__ */ new Map();
  const longest2 = new Uint8Array(65536);
  for (const pair2 of CHARACTERS.split("|")) {
    const [from, to] = pair2.split(" ");
    if (from === to) continue;
    if (from.length !== 1 || to.length !== 1) continue;
    character[from.charCodeAt(0)] = to.charCodeAt(0);
    if (!SHARED.has(from)) telling[from.charCodeAt(0)] = 1;
  }
  for (const pair2 of PHRASES.split("|")) {
    const [from, to] = pair2.split(" ");
    phrases2.set(from, to);
    const c = from.charCodeAt(0);
    if (from.length > longest2[c]) longest2[c] = from.length;
  }
  return { character, telling, phrases: phrases2, longest: longest2 };
}
var toSimplified = {
  name: "traditional_chars",
  edits(text2) {
    tables ??= load();
    const { character, telling, phrases: phrases2, longest: longest2 } = tables;
    const edits = [];
    let lineStart = 0;
    while (lineStart < text2.length) {
      let lineEnd = text2.indexOf("\n", lineStart);
      if (lineEnd < 0) lineEnd = text2.length;
      if (isTraditional(text2, lineStart, lineEnd, telling)) convert(lineStart, lineEnd);
      lineStart = lineEnd + 1;
    }
    return edits;
    function convert(start, end) {
      let i = start;
      outer: while (i < end) {
        const c = text2.charCodeAt(i);
        for (let n = Math.min(longest2[c], end - i); n > 1; n--) {
          const from = text2.slice(i, i + n);
          const to2 = phrases2.get(from);
          if (to2 === void 0) continue;
          if (to2 !== from) edits.push({ start: i, end: i + n, text: to2 });
          i += n;
          continue outer;
        }
        const to = character[c];
        if (to) edits.push({ start: i, end: i + 1, text: String.fromCharCode(to) });
        i++;
      }
    }
  }
};
function isTraditional(text2, start, end, telling) {
  for (let i = start; i < end; i++) if (telling[text2.charCodeAt(i)] === 1) return true;
  return false;
}

// src/normalize/passes/unwrap-lines.ts
var FULL_LINES = 6;
var SLACK = 6;
var MARK = /^(?:[一二三四五六七八九十]{1,3}[、.,]|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[、.．)]|第[一二三四五六七八九十]{1,3}[章条部]|[①-⑳]|附件|附:|——|[●■◆·])/;
var PAGE = /^[-—]{1,2} ?\d{1,3} ?[-—]{1,2}$/;
var STOP = /[。;；:：!！?？.]["”’)）]?$/;
var unwrapLines = {
  name: "unwrapped_lines",
  edits(text2) {
    const lines = linesOf(text2);
    const width = wrapWidth(lines);
    const edits = [];
    if (width === Number.POSITIVE_INFINITY && !lines.some((l) => PAGE.test(l.text))) return edits;
    for (let i = 0; i + 1 < lines.length; i++) {
      const line = lines[i];
      if (line.text === "" || PAGE.test(line.text)) continue;
      let n = i + 1;
      while (n < lines.length && (lines[n].text === "" || PAGE.test(lines[n].text))) n++;
      const next = lines[n];
      if (!next) continue;
      const pages = lines.slice(i + 1, n).filter((l) => l.text !== "").length;
      if (n > i + 1 && pages === 0) continue;
      if (goesOn(line, next, pages ? 0 : width)) edits.push({ start: line.end, end: next.start, text: "" });
    }
    return edits;
  }
};
function linesOf(text2) {
  const out = [];
  for (let at2 = 0; at2 <= text2.length; ) {
    let stop = text2.indexOf("\n", at2);
    if (stop < 0) stop = text2.length;
    const raw = text2.slice(at2, stop);
    const kept = raw.trim();
    const start = at2 + (kept === "" ? 0 : raw.indexOf(kept[0]));
    let width = 0;
    for (let i = 0; i < start - at2; i++) width += raw.charCodeAt(i) > 255 ? 2 : 1;
    const indent = width;
    for (let i = 0; i < kept.length; i++) width += kept.charCodeAt(i) > 255 ? 2 : 1;
    out.push({
      start,
      end: start + kept.length,
      text: kept,
      width: kept === "" ? 0 : width,
      indented: indent >= 2
    });
    at2 = stop + 1;
  }
  return out;
}
function wrapWidth(lines) {
  const long = lines.filter((l) => l.width >= 40);
  if (long.length < FULL_LINES) return Number.POSITIVE_INFINITY;
  const widest2 = long.map((l) => l.width).sort((a, b) => a - b);
  const width = widest2[Math.floor(widest2.length / 2)];
  const full = long.filter((l) => Math.abs(l.width - width) <= SLACK);
  const torn = full.filter((l) => !STOP.test(l.text)).length;
  return full.length >= FULL_LINES && full.length * 2 > long.length && torn * 2 > full.length && widest2.at(-1) <= width + SLACK ? width : Number.POSITIVE_INFINITY;
}
function goesOn(line, next, width) {
  if (width === 0 ? line.width < 30 : Math.abs(line.width - width) > SLACK) return false;
  if (STOP.test(line.text) || next.indented || MARK.test(next.text)) return false;
  if (/[\t|]/.test(line.text) || /[\t|]/.test(next.text)) return false;
  if (!/[,，、。;；]/.test(line.text) && !/[,，、。;；]/.test(next.text)) return false;
  return STOP.test(next.text) || next.width >= line.width - SLACK || /[,，、。]/.test(next.text);
}

// src/normalize/spun.ts
var ENOUGH = 6;
function isSpun(text2, kit2) {
  const words2 = kit2.tables["spun-words"];
  if (!words2.some((row) => row.weight === "3" && text2.includes(row.word))) return false;
  const present = words2.filter((row) => text2.includes(row.word));
  return present.reduce((sum, row) => sum + Number(row.weight), 0) >= ENOUGH;
}

// src/normalize/normalize.ts
var passes = [
  decodeEntities,
  repairByteShift,
  stripInvisible,
  stripGlosses,
  unwrapLines,
  foldWidth,
  toSimplified,
  renameVariants,
  collapseCommas,
  maskAdNames,
  repairDocNumbers,
  repairDates
];
function normalize(source, kit2) {
  let text2 = source;
  let map = OffsetMap.identity;
  const counts = {};
  const made2 = [];
  let repairs = [];
  for (const pass of passes) {
    if (pass === renameVariants && !counts[toSimplified.name]) continue;
    const edits = pass.edits(text2, kit2);
    if (edits.length === 0) continue;
    let count = 0;
    for (const e of edits) count += e.text.length === e.end - e.start ? e.text.length : 1;
    counts[pass.name] = count;
    made2.push({ pass, edits, before: map });
    if (repairs.length > 0 || edits.some((e) => e.repair)) repairs = moved(repairs, edits);
    const next = map.apply(text2, edits);
    text2 = next.text;
    map = next.map;
  }
  return {
    text: text2,
    map,
    counts,
    get edits() {
      return made2.flatMap(({ pass, edits, before }) => edits.map((e) => shown(source, pass, e, before)));
    },
    repairs,
    spun: isSpun(text2, kit2)
  };
}
function shown(source, pass, e, before) {
  const at2 = before.toSource(e.start, e.end);
  return {
    pass: pass.name,
    ...at2,
    before: source.slice(at2.start, at2.end),
    after: e.text,
    ...e.repair && { repair: e.repair }
  };
}
function moved(repairs, edits) {
  const out = [];
  let shift = 0;
  let k = 0;
  for (const e of edits) {
    for (; k < repairs.length && repairs[k].start < e.start; k++)
      out.push({ ...repairs[k], start: repairs[k].start + shift, end: repairs[k].end + shift });
    if (e.repair) out.push({ start: e.start + shift, end: e.start + shift + e.text.length, repair: e.repair });
    shift += e.text.length - (e.end - e.start);
  }
  for (; k < repairs.length; k++)
    out.push({ ...repairs[k], start: repairs[k].start + shift, end: repairs[k].end + shift });
  return out;
}

// grammars/vocabulary.ts
import { createToken, Lexer } from "chevrotain";
var all = [];
function token(name, pattern2, hints, more = {}) {
  const made2 = createToken({ name, pattern: pattern2, start_chars_hint: [...hints], ...more });
  all.push(made2);
  return made2;
}
var wordsOf = /* @__PURE__ */ new Map();
function words(name, list) {
  const sorted2 = list.split(" ").sort((a, b) => b.length - a.length);
  const escaped = sorted2.map((w) => w.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const made2 = token(name, new RegExp(escaped.join("|")), [...new Set(sorted2.map((w) => w[0]))].join(""));
  wordsOf.set(made2, sorted2);
  return made2;
}
var DIGITS = "0123456789";
var HAN_DIGITS = "\u96F6\u3007\u25CB\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D\u5341\u767E\u5343\u4E07\u4EBF\u4E24\u5EFF\u5345\u58F9\u8D30\u53C1\u8086\u4F0D\u9646\u67D2\u634C\u7396\u62FE\u4F70\u4EDF";
var Space = token("Space", /[ \t]+/, " 	", { group: Lexer.SKIPPED });
var Newline = token("Newline", /\n/, "\n", { line_breaks: true });
var Grouped = token("Grouped", /\d{1,3}(?:,\d{3}){1,5}(?![\d年月日.%])/, DIGITS);
var Int = token("Int", /\d+/, DIGITS);
var Prose = words(
  "Prose",
  "\u4ECA\u65E5\u5934\u6761 \u5206\u522B \u5206\u5E03 \u5206\u7C7B \u5206\u7BA1 \u5206\u5C40 \u5206\u516C\u53F8 \u5206\u4E2D\u5FC3 \u5206\u4E3A \u5206\u6210 \u5206\u5DE5 \u65E5\u5E38 \u65E5\u76CA \u65E5\u5FD7 \u6708\u5EA6 \u524D\u671F \u524D\u8FF0 \u524D\u53F0 \u524D\u540E \u524D\u5217 \u524D\u5F80 \u540E\u53F0 \u540E\u7EED \u5185\u5BB9 \u5185\u90E8 \u5185\u8BBE \u5185\u5916 \u70B9\u51FB \u70B9\u8BC4 \u70B9\u540D \u70B9\u8D5E \u65F6\u4EE3 \u65F6\u523B \u65F6\u4E8B \u5E74\u62A5 \u5E74\u9274 \u5E74\u7EC8 \u540D\u5355 \u540D\u79F0 \u540D\u4E49 \u4F4D\u4E8E \u4F4D\u5217 \u4F4D\u5C45 \u9879\u76EE \u4EBA\u5458 \u4EBA\u6C11 \u4EBA\u4E8B \u4EBA\u793E \u6761\u4EF6 \u6761\u4F8B \u6761\u6B3E \u5BB6\u5EAD \u5BB6\u957F \u5BB6\u56ED \u4EF6\u6570 \u4EFD\u989D \u5355\u4F4D \u5355\u9879 \u5355\u4E00 \u591A\u6B21 \u591A\u79CD \u591A\u4E2A\u90E8\u95E8 \u8FD1\u671F \u8FD1\u65E5 \u8FD1\u5E74 \u8981\u6C42 \u8981\u95FB \u8981\u7D20 \u662F\u5426 \u53F7\u53EC \u5E95\u7EBF \u5E95\u90E8 \u672B\u7AEF \u672B\u4F4D \u521D\u5BA1 \u521D\u6B65 \u5929\u6C14 \u5929\u6D25 \u5468\u8FB9 \u5468\u671F \u5468\u672B \u5468\u5E74 \u5468\u4E00\u81F3 \u8D77\u8349 \u8D77\u5230 \u90E8\u95E8 \u90E8\u5206 \u53F0\u8D26 \u7AD9\u70B9 \u7AD9\u7FA4 \u671F\u95F4 \u671F\u9650 \u6279\u51C6 \u6279\u8BC4 \u6279\u590D \u5EA6\u5047 \u4F4D\u7F6E \u7C7B\u578B \u7C7B\u522B \u79CD\u7C7B \u7EC4\u7EC7 \u7EC4\u6210 \u6237\u7C4D \u573A\u6240 \u5EA7\u8C08 \u5E45\u5EA6 \u6240\u5C5E \u6240\u6709 \u6240\u5728 \u5904\u7406 \u5904\u7F6E \u5904\u5206 \u7BC7\u5E45 \u5C01\u9762 \u5219\u662F \u6B3E\u9879 \u534A\u6570 \u4E24\u5FAE\u4E00\u7AEF \u4E00\u7F51\u901A \u4E00\u56FE\u8BFB\u61C2 \u4E00\u628A\u624B \u4E00\u7AD9\u5F0F \u4E00\u5F8B \u4E00\u81F4 \u4E00\u4E9B \u4E00\u822C \u4E00\u5B9A \u4E00\u76F4 \u4E00\u65E6 \u4E00\u5E76 \u4E00\u6B21\u6027 \u4E00\u65B9\u9762 \u5341\u5206 \u4E07\u4E00 \u5343\u4E07\u8981 \u767E\u59D3 \u4E09\u5BA1\u4E09\u6821 \u4E09\u5BA1 \u56DB\u4E2A\u610F\u8BC6 \u56DB\u4E2A\u81EA\u4FE1 \u4E24\u4E2A\u7EF4\u62A4 \u4E00\u5C97\u53CC\u8D23 \u4E09\u516C \u4E94\u516C\u5F00 \u516D\u7A33 \u516D\u4FDD \u4E09\u519C"
);
var Half = words("Half", "\u4E0A\u534A\u5E74 \u4E0B\u534A\u5E74");
var ThisQuarter = words("ThisQuarter", "\u672C\u5B63\u5EA6 \u5F53\u5B63\u5EA6 \u8FD9\u5B63\u5EA6");
var LastQuarter = words("LastQuarter", "\u4E0A\u5B63\u5EA6 \u4E0A\u4E00\u5B63\u5EA6 \u4E0A\u4E2A\u5B63\u5EA6");
var NextQuarter = words("NextQuarter", "\u4E0B\u5B63\u5EA6 \u4E0B\u4E00\u5B63\u5EA6 \u4E0B\u4E2A\u5B63\u5EA6");
var RelativeYear = words(
  "RelativeYear",
  "\u4ECA\u5E74 \u672C\u5E74\u5EA6 \u672C\u5E74 \u5F53\u5E74 \u53BB\u5E74 \u4E0A\u5E74\u5EA6 \u4E0A\u5E74 \u660E\u5E74 \u6B21\u5E74 \u524D\u5E74 \u6765\u5E74"
);
var RelativeMonth = words("RelativeMonth", "\u672C\u6708 \u5F53\u6708 \u4E0A\u6708 \u4E0A\u4E2A\u6708 \u4E0B\u6708 \u4E0B\u4E2A\u6708 \u6B21\u6708 \u8FD9\u4E2A\u6708");
var WeekWord = words("WeekWord", "\u672C\u5468 \u8FD9\u5468 \u4E0B\u5468 \u4E0A\u5468 \u672C\u661F\u671F \u4E0B\u661F\u671F \u4E0A\u661F\u671F");
var WeekdayWord = words(
  "WeekdayWord",
  "\u661F\u671F\u4E00 \u661F\u671F\u4E8C \u661F\u671F\u4E09 \u661F\u671F\u56DB \u661F\u671F\u4E94 \u661F\u671F\u516D \u661F\u671F\u65E5 \u661F\u671F\u5929 \u5468\u4E00 \u5468\u4E8C \u5468\u4E09 \u5468\u56DB \u5468\u4E94 \u5468\u516D \u5468\u65E5 \u5468\u5929"
);
var RelativeDay = words("RelativeDay", "\u4ECA\u5929 \u660E\u5929 \u540E\u5929 \u6628\u5929 \u524D\u5929 \u4ECA\u65E5 \u660E\u65E5 \u6B21\u65E5 \u6628\u65E5 \u5F53\u65E5");
var DayPart = words("DayPart", "\u4E0A\u5348 \u4E0B\u5348 \u4E2D\u5348 \u51CC\u6668 \u665A\u4E0A \u65E9\u4E0A \u508D\u665A");
var OffWork = words("OffWork", "\u4E0B\u73ED");
var WorkDay = words("WorkDay", "\u4E2A\u5DE5\u4F5C\u65E5 \u5DE5\u4F5C\u65E5");
var TenDays = words("TenDays", "\u4E0A\u65EC \u4E2D\u65EC \u4E0B\u65EC");
var Quarter = words("Quarter", "\u5B63\u5EA6");
var YearLong = words("YearLong", "\u5E74\u5EA6");
var Year = words("Year", "\u5E74");
var Month = words("Month", "\u6708\u4EFD \u6708");
var Hours = words("Hours", "\u4E2A\u5C0F\u65F6 \u5C0F\u65F6");
var Week = words("Week", "\u4E2A\u591A\u661F\u671F \u4E2A\u661F\u671F \u4E2A\u793C\u62DC \u661F\u671F \u5468");
var MonthSpan = words("MonthSpan", "\u4E2A\u591A\u6708 \u4E2A\u6708");
var Day = words("Day", "\u65E5 \u53F7");
var DaySpan = words("DaySpan", "\u5929");
var QuarterEnd = words("QuarterEnd", "\u5B63\u672B");
var End = words("End", "\u5E95 \u672B \u521D");
var Immediately = words("Immediately", "\u7ACB\u5373 \u7ACB\u523B \u9A6C\u4E0A \u5373\u523B \u9650\u671F \u5C3D\u5FEB \u7B2C\u4E00\u65F6\u95F4 \u6293\u7D27 \u4ECE\u901F \u5373\u65E5\u8D77");
var PercentWord = words("PercentWord", "\u767E\u5206\u4E4B \u5343\u5206\u4E4B");
var PointWord = words("PointWord", "\u4E2A\u767E\u5206\u70B9 \u767E\u5206\u70B9");
var PercentSign = words("PercentSign", "% \u2030");
var OutOf = words("OutOf", "\u5206\u4E4B");
var MinuteWord = words("MinuteWord", "\u5206\u949F");
var Reverse = words("Reverse", "\u5012\u6570");
var Ordinal = words("Ordinal", "\u7B2C");
var RankWord = words("RankWord", "\u540D");
var Place = words("Place", "\u4F4D");
var Score = words("Score", "\u5206");
var Round = words("Round", "\u6B21 \u8F6E \u6279\u6B21 \u6279 \u671F");
var Counter = words(
  "Counter",
  "\u4E2A \u5BB6 \u6761 \u4EF6 \u5904 \u7BC7 \u5C01 \u4EFD \u5355 \u9879 \u8D77 \u5B97 \u4F8B \u5957 \u9875 \u6237 \u573A \u6240 \u5EA7 \u5E45 \u7C7B \u79CD \u5219 \u7EC4 \u6B3E \u4EBA \u53F0 \u7AD9 \u5BB6\u6B21 \u4E2A\u6B21 \u4EF6\u6B21 \u6761\u6B21 \u4EBA\u6B21"
);
var AtLeast = words("AtLeast", "\u4E0D\u4F4E\u4E8E \u4E0D\u5C11\u4E8E \u4E0D\u5C0F\u4E8E \u81F3\u5C11");
var AtMost = words("AtMost", "\u4E0D\u9AD8\u4E8E \u4E0D\u8D85\u8FC7 \u4E0D\u591A\u4E8E \u6700\u591A");
var MoreThan = words("MoreThan", "\u8D85\u8FC7 \u9AD8\u4E8E \u5927\u4E8E \u591A\u4E8E \u903E \u8D85");
var LessThan = words("LessThan", "\u4E0D\u8DB3 \u4F4E\u4E8E \u5C0F\u4E8E \u5C11\u4E8E \u4E0D\u5230 \u672A\u8FBE\u5230");
var About = words("About", "\u5927\u7EA6 \u7EA6 \u8FD1");
var AndMore = words("AndMore", "\u4F59 \u591A");
var OrMore = words("OrMore", "\u4EE5\u4E0A \u53CA\u4EE5\u4E0A \u5DE6\u53F3 \u4EE5\u4E0B \u4E0A\u4E0B");
var Before = words("Before", "\u4E4B\u524D \u4EE5\u524D \u524D");
var Within = words("Within", "\u4E4B\u5185 \u4EE5\u5185 \u5185");
var Since = words("Since", "\u4EE5\u6765 \u4E4B\u65E5\u8D77 \u8D77");
var After = words("After", "\u4E4B\u540E \u4EE5\u540E \u540E");
var To = words("To", "\u81F3 \u5230 \u2014\u2014 -- \u2014 - ~");
var HourWord = words("HourWord", "\u70B9\u949F \u65F6");
var HanPoint = words("HanPoint", "\u70B9");
var HanNumber = token("HanNumber", new RegExp(`[${HAN_DIGITS}]+`), HAN_DIGITS);
var Hemi = words("Hemi", "\u534A");
var Circled = token("Circled", /[①-⑳⑴-⒇⒈-⒛]/, "\u2460\u2461\u2462\u2463\u2464\u2465\u2466\u2467\u2468\u2469\u246A\u246B\u246C\u246D\u246E\u246F\u2470\u2471\u2472\u2473\u2474\u2475\u2476\u2477\u2478\u2479\u247A\u247B\u247C\u247D\u2488\u2489\u248A\u248B\u248C\u248D\u248E\u248F\u2490\u2491");
var Open = words("Open", "\u3014 [ ( \u3010");
var Close = words("Close", "\u3015 ] ) \u3011");
var Dun = words("Dun", "\u3001");
var Comma = words("Comma", ",");
var Dot = words("Dot", ". \uFF0E");
var Colon = words("Colon", ":");
var Slash = words("Slash", "/");
var And = words("And", "\u548C \u53CA \u4E0E");
var Is = words("Is", "\u662F \u8981");
var starts = new Uint8Array(65536);
for (const t2 of all) for (const c of t2.START_CHARS_HINT) starts[c.charCodeAt(0)] = 1;
var anyCharacter = Array.from({ length: 65536 }, (_, c) => c);
var found = [""];
var Text = createToken({
  name: "Text",
  pattern: {
    exec(text2, at2) {
      let end = at2 + 1;
      while (end < text2.length && starts[text2.charCodeAt(end)] === 0) end++;
      found[0] = text2.slice(at2, end);
      return found;
    }
  },
  line_breaks: false,
  start_chars_hint: anyCharacter
});
all.push(Text);
var vocabulary = all;

// src/parse/notice-parser.ts
import { EOF } from "chevrotain";

// grammars/cst.ts
function image(ctx, token2, nth = 0) {
  return ctx[token2]?.[nth]?.image;
}
function node(ctx, rule, nth = 0) {
  return ctx[rule]?.[nth];
}

// grammars/count/values.ts
function operatorOf(comparison, more) {
  if (comparison) return comparison;
  if (more === "\u4EE5\u4E0A" || more === "\u53CA\u4EE5\u4E0A") return ">=";
  if (more === "\u4EE5\u4E0B") return "<=";
  return more ? "~" : "=";
}
var countValues = {
  count(ctx) {
    const number = this.visit(node(ctx, "number"));
    const to = node(ctx, "number", 1);
    return {
      ...number,
      operator: operatorOf(
        node(ctx, "comparison") && this.visit(node(ctx, "comparison")),
        image(ctx, "OrMore") ?? image(ctx, "AndMore")
      ),
      counter: image(ctx, "Counter") ?? image(ctx, "Round") ?? image(ctx, "RankWord") ?? image(ctx, "Place") ?? null,
      to: to ? this.visit(to).value : null
    };
  },
  comparison(ctx) {
    if (ctx.AtLeast) return ">=";
    if (ctx.AtMost) return "<=";
    if (ctx.MoreThan) return ">";
    return ctx.LessThan ? "<" : "~";
  }
};

// grammars/date/values.ts
var YEARS = { \u4ECA: 0, \u672C: 0, \u5F53: 0, \u53BB: -1, \u4E0A: -1, \u660E: 1, \u6B21: 1, \u6765: 1, \u524D: -2 };
var edgeOf = (word) => word === "\u521D" ? "start" : "end";
var dateValues = {
  year(ctx) {
    const relative = image(ctx, "RelativeYear");
    if (relative) return { yearOffset: YEARS[relative[0]] ?? 0 };
    const n = this.visit(node(ctx, "whole"));
    return { year: n, ...ctx.YearLong && { wholeYear: true } };
  },
  month(ctx) {
    const relative = image(ctx, "RelativeMonth");
    const tenDays = image(ctx, "TenDays");
    const end = image(ctx, "End");
    const second = node(ctx, "whole", 1);
    return {
      ...relative ? { monthOffset: /^上/.test(relative) ? -1 : /^[下次]/.test(relative) ? 1 : 0 } : { month: this.visit(node(ctx, "whole")) },
      ...second && { monthTo: this.visit(second) },
      ...node(ctx, "day") && this.visit(node(ctx, "day")),
      ...tenDays && { tenDays: "\u4E0A\u4E2D\u4E0B".indexOf(tenDays[0]) + 1 },
      ...end && { edge: edgeOf(end) }
    };
  },
  day(ctx) {
    const second = node(ctx, "whole", 1);
    return {
      day: this.visit(node(ctx, "whole")),
      ...second && { dayTo: this.visit(second) }
    };
  },
  numericDate(ctx) {
    const [year, month, day] = [0, 1, 2].map((n) => Number(image(ctx, "Int", n)));
    return { year, month, day };
  },
  clock(ctx) {
    const part = image(ctx, "DayPart");
    if (ctx.OffWork) return { hour: part === "\u4E0A\u5348" || part === "\u4E2D\u5348" ? 12 : 18, minute: 0, offWork: true };
    const hour = node(ctx, "hour");
    if (!hour)
      return {
        hour: part === "\u4E0A\u5348" || part === "\u4E2D\u5348" ? 12 : part === "\u4E0B\u5348" ? 18 : 24,
        minute: 0,
        offWork: false
      };
    const clock = this.visit(hour);
    return /^[下傍晚]/.test(part ?? "") && clock.hour < 12 ? { ...clock, hour: clock.hour + 12 } : clock;
  },
  hour(ctx) {
    const second = node(ctx, "whole", 1);
    return {
      hour: this.visit(node(ctx, "whole")),
      minute: second ? this.visit(second) : 0,
      offWork: false
    };
  }
};

// grammars/deadline/values.ts
var WEEKS = { \u672C: 0, \u8FD9: 0, \u4E0A: -1, \u4E0B: 1 };
var DAYS = { \u4ECA: 0, \u5F53: 0, \u660E: 1, \u6B21: 1, \u540E: 2, \u6628: -1, \u524D: -2 };
var UNITS = [
  ["WorkDay", "workday"],
  ["DaySpan", "day"],
  ["Week", "week"],
  ["MonthSpan", "month"],
  ["Hours", "hour"],
  ["MinuteWord", "minute"],
  ["Year", "year"]
];
var dayOfWeek = (c) => "\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D".indexOf(c) + 1 || 7;
var deadlineValues = {
  span(ctx) {
    const to = node(ctx, "calendar", 1);
    const clock = node(ctx, "clock", to && ctx.clock && ctx.clock.length > 1 ? 1 : 0);
    return {
      from: this.visit(node(ctx, "calendar")),
      ...to && { to: this.visit(to) },
      ...clock && { clock: this.visit(clock) }
    };
  },
  /** The date in the brackets, where it is one: «下周五(4月19日)» is 4月19日. */
  dayName(ctx) {
    const calendar = node(ctx, "calendar");
    return calendar ? this.visit(calendar) : null;
  },
  weekday(ctx) {
    const clock = node(ctx, "clock");
    const time = clock && { clock: this.visit(clock) };
    const dayName = node(ctx, "dayName");
    const date = dayName && this.visit(dayName);
    if (date) return { from: date, ...time };
    const relativeDay = image(ctx, "RelativeDay");
    if (relativeDay) return { dayOffset: DAYS[relativeDay[0]] ?? 0, ...time };
    const week = image(ctx, "WeekWord");
    if (!week) return { weekday: { week: 0, day: dayOfWeek(image(ctx, "WeekdayWord").at(-1)) }, ...time };
    const n = node(ctx, "whole");
    const day = n ? this.visit(n) : ctx.Day || image(ctx, "End") === "\u672B" ? 7 : void 0;
    return { weekday: { week: WEEKS[week[0]] ?? 0, ...day && { day } }, ...time };
  },
  duration(ctx) {
    const unit = UNITS.find(([token2]) => ctx[token2])[1];
    const number = node(ctx, "number");
    const comparison = node(ctx, "comparison");
    return {
      duration: {
        amount: number ? this.visit(number).value : 0.5,
        unit,
        operator: comparison ? this.visit(comparison) : ctx.AndMore ? ">" : "="
      }
    };
  },
  time(ctx) {
    const inner = node(ctx, "span") ?? node(ctx, "weekday") ?? node(ctx, "duration");
    const bound = ctx.Before ? "before" : ctx.Within ? "within" : ctx.Since ? "since" : ctx.After ? "after" : void 0;
    const immediately = image(ctx, "Immediately");
    const value = {
      ...inner && this.visit(inner),
      ...immediately && { immediately },
      ...bound && { bound }
    };
    return asDuration(value) ?? value;
  }
};
function asDuration(value) {
  const { from, to, bound } = value;
  if (!from || to) return null;
  const named = Object.keys(from);
  if (named.length !== 1) return null;
  const length = (amount, unit) => ({
    duration: { amount, unit, operator: "=" },
    ...bound && { bound }
  });
  if (from.year !== void 0 && from.year < 100) return length(from.year, "year");
  return from.day !== void 0 && bound === "within" ? length(from.day, "day") : null;
}

// grammars/doc-number/values.ts
var docNumberValues = {
  docNumber(ctx) {
    return { year: Number(image(ctx, "Int")), serial: Number(image(ctx, "Int", 1)) };
  }
};

// grammars/number/rules.ts
import { CstParser } from "chevrotain";
var isMagnitude = (token2) => "\u4E07\u4EBF\u5343\u767E".includes(token2.image[0] ?? " ");
var NumberRules = class extends CstParser {
  /**
   * 合格率为98.5%, 信息1.22亿条, 三万五千件, 12,480条
   *         ^^^^      ^^^^^^   ^^^^^^     ^^^^^^   a figure, Arabic or Han, with its magnitude
   */
  number = this.RULE("number", () => {
    this.OR([
      { ALT: () => this.CONSUME(Grouped) },
      {
        ALT: () => {
          this.CONSUME(Int);
          this.OPTION(() => {
            this.CONSUME(Dot);
            this.CONSUME2(Int);
          });
          this.OPTION2({
            GATE: () => isMagnitude(this.LA(1)),
            DEF: () => this.CONSUME(HanNumber)
          });
        }
      },
      {
        ALT: () => {
          this.CONSUME2(HanNumber);
          this.OPTION3(() => {
            this.CONSUME(HanPoint);
            this.CONSUME3(HanNumber);
          });
        }
      }
    ]);
  });
  /**
   * 检查2个网站, 连续三个季度
   *     ^          ^       a whole number, as dates and ordinals have it
   */
  whole = this.RULE("whole", () => {
    this.OR([{ ALT: () => this.CONSUME(Int) }, { ALT: () => this.CONSUME(HanNumber) }]);
  });
};

// grammars/number/values.ts
var DIGIT = {
  \u96F6: 0,
  "\u3007": 0,
  "\u25CB": 0,
  \u4E00: 1,
  \u4E8C: 2,
  \u4E24: 2,
  \u4E09: 3,
  \u56DB: 4,
  \u4E94: 5,
  \u516D: 6,
  \u4E03: 7,
  \u516B: 8,
  \u4E5D: 9,
  \u58F9: 1,
  \u8D30: 2,
  \u53C1: 3,
  \u8086: 4,
  \u4F0D: 5,
  \u9646: 6,
  \u67D2: 7,
  \u634C: 8,
  \u7396: 9
};
var UNIT = { \u5341: 10, \u62FE: 10, \u5EFF: 20, \u5345: 30, \u767E: 100, \u4F70: 100, \u5343: 1e3, \u4EDF: 1e3 };
var BIG = { \u4E07: 1e4, \u4EBF: 1e8 };
function hanNumber(text2) {
  if ([...text2].every((c) => c in DIGIT)) return Number([...text2].map((c) => DIGIT[c]).join(""));
  let total = 0;
  let section = 0;
  let digit = -1;
  let lastUnit = 0;
  for (const c of text2) {
    if (c in DIGIT) {
      if (digit > 0) return Number.NaN;
      digit = DIGIT[c];
      if (digit === 0) lastUnit = 0;
    } else if (c in UNIT) {
      section += c === "\u5EFF" || c === "\u5345" ? UNIT[c] : (digit < 0 ? 1 : digit) * UNIT[c];
      lastUnit = UNIT[c];
      digit = -1;
    } else if (c in BIG) {
      section += Math.max(digit, 0);
      total = total >= BIG[c] ? total + (section || 1) * BIG[c] : (total + (section || 1)) * BIG[c];
      lastUnit = BIG[c];
      section = 0;
      digit = -1;
    } else return Number.NaN;
  }
  if (digit > 0) section += lastUnit >= 100 ? digit * (lastUnit / 10) : digit;
  return total + section;
}
var numberValues = {
  number(ctx) {
    const grouped = image(ctx, "Grouped");
    if (grouped) return { value: Number(grouped.replaceAll(",", "")), raw: grouped, decimals: 0 };
    const ints = ctx.Int;
    const han = ctx.HanNumber?.map((x) => x.image) ?? [];
    if (ints) {
      const fraction2 = ints[1]?.image ?? "";
      const raw = ints[0].image + (fraction2 && `.${fraction2}`);
      const magnitude = han[0] ? hanNumber(`\u4E00${han[0]}`.replace("\u4E00\u4E00", "\u4E00")) : 1;
      return { value: exact(Number(raw) * magnitude), raw: raw + (han[0] ?? ""), decimals: fraction2.length };
    }
    const value = hanNumber(han[0] ?? "");
    const fraction = han[1] ? [...han[1]].map((c) => DIGIT[c] ?? "").join("") : "";
    return {
      value: fraction ? Number(`${value}.${fraction}`) : value,
      raw: han.join("\u70B9"),
      decimals: fraction.length
    };
  },
  whole(ctx) {
    const int = image(ctx, "Int");
    return int ? Number(int) : hanNumber(image(ctx, "HanNumber") ?? "");
  }
};
function exact(n) {
  return Number(n.toPrecision(12));
}

// grammars/count/rules.ts
var CountRules = class extends NumberRules {
  /**
   * 抽查政务新媒体约210个, 超过五个, 7万余条
   *               ^^^^^  ^^^^^^  ^^^^^  a number of things, with what is said of its exactness
   */
  count = this.RULE("count", () => {
    this.OPTION(() => this.SUBRULE(this.comparison));
    this.SUBRULE(this.number);
    this.OPTION2(() => {
      this.CONSUME(To);
      this.SUBRULE2(this.number);
    });
    this.OPTION3(() => this.CONSUME(AndMore));
    this.OPTION4(
      () => this.OR([
        { ALT: () => this.CONSUME(Counter) },
        { ALT: () => this.CONSUME(Round) },
        { ALT: () => this.CONSUME(RankWord) },
        { ALT: () => this.CONSUME(Place) }
      ])
    );
    this.OPTION5(() => this.CONSUME(OrMore));
  });
  /**
   * 不足70%, 不低于30%, 近60条
   * ^^       ^^^       ^      which side of the figure the truth lies on
   */
  comparison = this.RULE("comparison", () => {
    this.OR([
      { ALT: () => this.CONSUME(AtLeast) },
      { ALT: () => this.CONSUME(AtMost) },
      { ALT: () => this.CONSUME(MoreThan) },
      { ALT: () => this.CONSUME(LessThan) },
      { ALT: () => this.CONSUME(About) }
    ]);
  });
};

// grammars/rate/rules.ts
var RateRules = class extends CountRules {
  /**
   * 合格率达98.25%, 百分之九十, 提高3.6个百分点, 三分之二, 80%-90%
   *         ^^^^^^  ^^^^^^^^      ^^^^^^^^^^^  ^^^^^^^^  ^^^^^^^  a share or a change of one
   */
  rate = this.RULE("rate", () => {
    this.OPTION(() => this.SUBRULE(this.comparison));
    this.OR([
      {
        ALT: () => {
          this.CONSUME(PercentWord);
          this.SUBRULE(this.number);
        }
      },
      {
        ALT: () => {
          this.CONSUME(HanNumber);
          this.CONSUME(OutOf);
          this.CONSUME2(HanNumber);
        }
      },
      {
        ALT: () => {
          this.SUBRULE2(this.number);
          this.OPTION2(() => {
            this.OPTION3(() => this.CONSUME(PercentSign));
            this.CONSUME(To);
            this.SUBRULE3(this.number);
          });
          this.OR2([{ ALT: () => this.CONSUME2(PercentSign) }, { ALT: () => this.CONSUME(PointWord) }]);
        }
      }
    ]);
    this.OPTION4(() => this.CONSUME(OrMore));
  });
};

// grammars/score-rank/rules.ts
var ScoreRankRules = class extends RateRules {
  /**
   * 平均得分118.2分
   *         ^^^^^^  points
   */
  score = this.RULE("score", () => {
    this.OPTION(() => this.SUBRULE(this.comparison));
    this.SUBRULE(this.number);
    this.CONSUME(Score);
    this.OPTION2(() => this.CONSUME(OrMore));
  });
  /**
   * 排名全市倒数第1, 位列第十三名, 前3名
   *         ^^^^^      ^^^^^  ^^^  a place in an order, the last ones counted backwards
   */
  rank = this.RULE("rank", () => {
    this.OR([
      {
        ALT: () => {
          this.OPTION(() => this.CONSUME(Reverse));
          this.CONSUME(Ordinal);
        }
      },
      { ALT: () => this.CONSUME(Before) }
    ]);
    this.SUBRULE(this.whole);
    this.OPTION2(
      () => this.OR2([{ ALT: () => this.CONSUME(RankWord) }, { ALT: () => this.CONSUME(Place) }])
    );
  });
};

// grammars/date/rules.ts
var DateRules = class extends ScoreRankRules {
  /**
   * 2021年8月17日, 去年, 二〇二一年
   * ^^^^^         ^^^^  ^^^^^^^^^  a year, stated or relative to the notice's own
   */
  year = this.RULE("year", () => {
    this.OR([
      { ALT: () => this.CONSUME(RelativeYear) },
      {
        ALT: () => {
          this.SUBRULE(this.whole);
          this.OR2([{ ALT: () => this.CONSUME(YearLong) }, { ALT: () => this.CONSUME(Year) }]);
        }
      }
    ]);
  });
  /**
   * 2021年8月17日, 6月1—20日, 7-8月份, 11月中旬, 3月底
   *       ^^^^^^  ^^^^^^^^  ^^^^^^  ^^^^^^  ^^^  a month, and the days of it
   */
  month = this.RULE("month", () => {
    this.OR([
      { ALT: () => this.CONSUME(RelativeMonth) },
      {
        ALT: () => {
          this.SUBRULE(this.whole);
          this.OPTION(() => {
            this.CONSUME(To);
            this.SUBRULE2(this.whole);
          });
          this.CONSUME(Month);
        }
      }
    ]);
    this.OPTION2(
      () => this.OR2([
        { ALT: () => this.SUBRULE(this.day) },
        { ALT: () => this.CONSUME(TenDays) },
        { ALT: () => this.CONSUME(End) }
      ])
    );
  });
  /**
   * 9月6日至10日
   *    ^^  ^^^^  a day, or the first and last
   */
  day = this.RULE("day", () => {
    this.SUBRULE(this.whole);
    this.OPTION(() => {
      this.CONSUME(To);
      this.SUBRULE2(this.whole);
    });
    this.CONSUME(Day);
  });
  /**
   * 发布日期:2022-09-30, 2021.8.17, 2022/7/13
   *          ^^^^^^^^^^  ^^^^^^^^^  ^^^^^^^^^  a date in figures
   */
  numericDate = this.RULE("numericDate", () => {
    this.CONSUME(Int);
    this.OR([
      { ALT: () => this.CONSUME(To) },
      { ALT: () => this.CONSUME(Slash) },
      { ALT: () => this.CONSUME(Dot) }
    ]);
    this.CONSUME2(Int);
    this.OR2([
      { ALT: () => this.CONSUME2(To) },
      { ALT: () => this.CONSUME2(Slash) },
      { ALT: () => this.CONSUME2(Dot) }
    ]);
    this.CONSUME3(Int);
  });
  /**
   * 9月8日10:30, 3月17日下午5时30分, 下班前
   *       ^^^^^         ^^^^^^^^^^  ^^     a time of day
   */
  clock = this.RULE("clock", () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(DayPart);
          this.OPTION(
            () => this.OR2([{ ALT: () => this.CONSUME(OffWork) }, { ALT: () => this.SUBRULE(this.hour) }])
          );
        }
      },
      { ALT: () => this.CONSUME2(OffWork) },
      { ALT: () => this.SUBRULE2(this.hour) }
    ]);
  });
  hour = this.RULE("hour", () => {
    this.SUBRULE(this.whole);
    this.OR([
      {
        ALT: () => {
          this.CONSUME(Colon);
          this.SUBRULE2(this.whole);
          this.OPTION(() => {
            this.CONSUME2(Colon);
            this.SUBRULE3(this.whole);
          });
        }
      },
      {
        ALT: () => {
          this.OR2([{ ALT: () => this.CONSUME(HourWord) }, { ALT: () => this.CONSUME(HanPoint) }]);
          this.OPTION2(() => {
            this.SUBRULE4(this.whole);
            this.CONSUME(Score);
          });
        }
      }
    ]);
  });
};

// grammars/period/rules.ts
var PeriodRules = class extends DateRules {
  /**
   * 2022年第四季度, 一至三季度, 本季度
   *       ^^^^^^^^  ^^^^^^^^^^  ^^^^^^  a quarter, with or without 第
   */
  quarter = this.RULE("quarter", () => {
    this.OR([
      { ALT: () => this.CONSUME(ThisQuarter) },
      { ALT: () => this.CONSUME(LastQuarter) },
      { ALT: () => this.CONSUME(NextQuarter) },
      {
        ALT: () => {
          this.OPTION(() => this.CONSUME(Ordinal));
          this.SUBRULE(this.whole);
          this.OPTION2(() => {
            this.OR2([{ ALT: () => this.CONSUME(To) }, { ALT: () => this.CONSUME(Dun) }]);
            this.OPTION3(() => this.CONSUME2(Ordinal));
            this.SUBRULE2(this.whole);
          });
          this.CONSUME(Quarter);
        }
      }
    ]);
    this.OPTION4(() => this.CONSUME(End));
  });
  /**
   * 2025年第5次检查, 第二批, 第三期
   *       ^^^^^     ^^^^^^  ^^^^^^  a numbered round: never turned into a quarter
   */
  round = this.RULE("round", () => {
    this.CONSUME(Ordinal);
    this.SUBRULE(this.whole);
    this.CONSUME(Round);
  });
  /**
   * 2022年第四季度, 2021年上半年, 2020年11月份, 2020年度, 年底, 季末
   * ^^^^^^^^^^^^^  ^^^^^^^^^^^^  ^^^^^^^^^^^^  ^^^^^^^^  ^^^^  ^^^^  one stretch of the calendar
   */
  calendar = this.RULE("calendar", () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.numericDate) },
      {
        ALT: () => {
          this.SUBRULE(this.year);
          this.OPTION(
            () => this.OR2([
              { ALT: () => this.CONSUME(Half) },
              { ALT: () => this.SUBRULE(this.round) },
              { ALT: () => this.SUBRULE(this.quarter) },
              { ALT: () => this.SUBRULE(this.month) },
              { ALT: () => this.CONSUME(End) }
            ])
          );
        }
      },
      { ALT: () => this.CONSUME2(Half) },
      { ALT: () => this.SUBRULE2(this.round) },
      { ALT: () => this.SUBRULE2(this.quarter) },
      { ALT: () => this.SUBRULE2(this.month) },
      { ALT: () => this.SUBRULE(this.day) },
      {
        ALT: () => {
          this.OR3([{ ALT: () => this.CONSUME(Year) }, { ALT: () => this.CONSUME(Month) }]);
          this.CONSUME2(End);
        }
      },
      { ALT: () => this.CONSUME(QuarterEnd) },
      {
        GATE: () => this.LA(2).tokenType === Within,
        ALT: () => this.CONSUME2(Year)
      }
    ]);
  });
};

// grammars/deadline/rules.ts
var DeadlineRules = class extends PeriodRules {
  /**
   * 9月6日至10日, 2019年7月上旬
   * ^^^^^^^^^^^^  ^^^^^^^^^^^^  one stretch of the calendar, or from one to another
   */
  span = this.RULE("span", () => {
    this.SUBRULE(this.calendar);
    this.OPTION4({ GATE: this.BACKTRACK(this.dayName), DEF: () => this.SUBRULE(this.dayName) });
    this.OPTION(() => this.SUBRULE(this.clock));
    this.OPTION2(() => {
      this.CONSUME(To);
      this.SUBRULE2(this.calendar);
      this.OPTION3(() => this.SUBRULE2(this.clock));
    });
  });
  /**
   * 11月13日(星期五)下班前
   *         ^^^^^^^^        the weekday beside its date says nothing new
   */
  dayName = this.RULE("dayName", () => {
    this.CONSUME(Open);
    this.OR([{ ALT: () => this.CONSUME(WeekdayWord) }, { ALT: () => this.SUBRULE(this.calendar) }]);
    this.CONSUME(Close);
  });
  /**
   * 本周五下班前, 下周三
   * ^^^^^^        ^^^^^^  a day of a week, counted from the notice's own date
   */
  weekday = this.RULE("weekday", () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(WeekWord);
          this.OPTION(
            () => this.OR2([
              { ALT: () => this.SUBRULE(this.whole) },
              { ALT: () => this.CONSUME(Day) },
              { ALT: () => this.CONSUME(End) }
            ])
          );
        }
      },
      { ALT: () => this.CONSUME(WeekdayWord) },
      { ALT: () => this.CONSUME(RelativeDay) }
    ]);
    this.OPTION3({ GATE: this.BACKTRACK(this.dayName), DEF: () => this.SUBRULE(this.dayName) });
    this.OPTION2(() => this.SUBRULE(this.clock));
  });
  /**
   * 收到之日起5个工作日内, 两周, 3个月, 24小时
   *           ^^^^^^^^    ^^^^  ^^^^^  ^^^^^^  a length of time
   */
  duration = this.RULE("duration", () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(Hemi);
          this.OR2([
            { ALT: () => this.CONSUME(Year) },
            { ALT: () => this.CONSUME(MonthSpan) },
            { ALT: () => this.CONSUME(DaySpan) }
          ]);
        }
      },
      {
        ALT: () => {
          this.OPTION(() => this.SUBRULE(this.comparison));
          this.SUBRULE(this.number);
          this.OPTION2(() => this.CONSUME(AndMore));
          this.OR3([
            { ALT: () => this.CONSUME(WorkDay) },
            { ALT: () => this.CONSUME2(DaySpan) },
            { ALT: () => this.CONSUME(Week) },
            { ALT: () => this.CONSUME2(MonthSpan) },
            { ALT: () => this.CONSUME(Hours) },
            { ALT: () => this.CONSUME(MinuteWord) }
          ]);
          this.OPTION3(() => this.CONSUME(OrMore));
        }
      }
    ]);
  });
  /**
   * 6月8日前, 2周内, 本周五下班前, 立即
   * ^^^^^^^  ^^^^^  ^^^^^^^^^^^^  ^^^^  a time, and on which side of it something holds
   */
  time = this.RULE("time", () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.span) },
      { ALT: () => this.SUBRULE(this.weekday) },
      { ALT: () => this.SUBRULE(this.duration) },
      { ALT: () => this.CONSUME(Immediately) }
    ]);
    this.OPTION(
      () => this.OR2([
        { ALT: () => this.CONSUME(Before) },
        { ALT: () => this.CONSUME(Within) },
        { ALT: () => this.CONSUME(Since) },
        { ALT: () => this.CONSUME(After) }
      ])
    );
  });
};

// grammars/doc-number/rules.ts
var DocNumberRules = class extends DeadlineRules {
  /**
   * 国办秘函〔2019〕19号
   *         ^^^^^^^^^^  year and serial; the agency's letters stand before the bracket (GB/T 9704—2012, 7.2.5)
   */
  docNumber = this.RULE("docNumber", () => {
    this.CONSUME(Open);
    this.CONSUME(Int);
    this.OPTION(() => this.CONSUME(Year));
    this.CONSUME(Close);
    this.OPTION2(() => this.CONSUME(Ordinal));
    this.CONSUME2(Int);
    this.CONSUME(Day);
  });
};

// grammars/outline-mark/rules.ts
var OutlineMarkRules = class extends DocNumberRules {
  /**
   * 一、总体情况  (一)网站  1.更新  (1)  ①  第一,  一是重视不够  其一
   * ^^            ^^^       ^^      ^^^  ^  ^^^    ^^            ^^  what opens a section or an item
   */
  outlineMark = this.RULE("outlineMark", () => {
    this.OR([
      { ALT: () => this.CONSUME(Circled) },
      {
        ALT: () => {
          this.CONSUME(Open);
          this.SUBRULE(this.whole);
          this.CONSUME(Close);
          this.OPTION(() => this.CONSUME(Dun));
        }
      },
      {
        ALT: () => {
          this.SUBRULE2(this.whole);
          this.OR2([
            { ALT: () => this.CONSUME2(Dun) },
            { ALT: () => this.CONSUME(Dot) },
            { ALT: () => this.CONSUME(Is) },
            { ALT: () => this.CONSUME2(Close) }
          ]);
        }
      }
    ]);
  });
};

// grammars/outline-mark/values.ts
var CIRCLED = "\u2460\u2461\u2462\u2463\u2464\u2465\u2466\u2467\u2468\u2469\u246A\u246B\u246C\u246D\u246E\u246F\u2470\u2471\u2472\u2473";
var outlineMarkValues = {
  outlineMark(ctx) {
    const circled = image(ctx, "Circled");
    if (circled)
      return {
        family: "circled",
        number: CIRCLED.indexOf(circled) + 1 || Number(circled.normalize("NFKC").replace(/\D/g, ""))
      };
    const inner = node(ctx, "whole");
    const number = this.visit(inner);
    const han = Boolean(inner.children.HanNumber);
    if (ctx.Is) return { family: "inline", number };
    if (ctx.Open) return { family: han ? "han-bracket" : "figure-bracket", number };
    return { family: han ? "han" : ctx.Close ? "figure-bracket" : "figure", number };
  }
};

// grammars/period/values.ts
var periodValues = {
  quarter(ctx) {
    const end = image(ctx, "End");
    const second = node(ctx, "whole", 1);
    const offset = ctx.ThisQuarter ? 0 : ctx.LastQuarter ? -1 : ctx.NextQuarter ? 1 : void 0;
    return {
      ...offset === void 0 ? { quarter: this.visit(node(ctx, "whole")) } : { quarterOffset: offset },
      ...second && { quarterTo: this.visit(second) },
      ...end && { edge: end === "\u521D" ? "start" : "end" }
    };
  },
  round(ctx) {
    return { round: this.visit(node(ctx, "whole")) };
  },
  calendar(ctx) {
    const half = image(ctx, "Half");
    const end = image(ctx, "End");
    const parts3 = ["numericDate", "year", "round", "quarter", "month", "day"].map((rule) => node(ctx, rule)).filter((n) => n !== void 0);
    const value = Object.assign({}, ...parts3.map((n) => this.visit(n)));
    if (half) value.half = half === "\u4E0A\u534A\u5E74" ? 1 : 2;
    if (end) value.edge = end === "\u521D" ? "start" : "end";
    if (end && ctx.Month) value.monthOffset = 0;
    if (ctx.Year && !ctx.year) value.yearOffset = 0;
    if (ctx.QuarterEnd) Object.assign(value, { quarterOffset: 0, edge: "end" });
    return value;
  }
};

// grammars/rate/values.ts
var rateValues = {
  rate(ctx) {
    const operator = operatorOf(
      node(ctx, "comparison") && this.visit(node(ctx, "comparison")),
      image(ctx, "OrMore")
    );
    if (ctx.OutOf) {
      const [parts3, part] = [
        hanNumber(image(ctx, "HanNumber") ?? ""),
        hanNumber(image(ctx, "HanNumber", 1) ?? "")
      ];
      return {
        value: Number((part / parts3 * 100).toPrecision(6)),
        raw: `${part}/${parts3}`,
        decimals: 0,
        operator,
        unit: "percent",
        to: null
      };
    }
    const number = this.visit(node(ctx, "number"));
    const second = node(ctx, "number", 1);
    const perMille = image(ctx, "PercentSign") === "\u2030" || image(ctx, "PercentWord") === "\u5343\u5206\u4E4B";
    return {
      ...number,
      value: perMille ? number.value / 10 : number.value,
      operator,
      unit: ctx.PointWord ? "points_of_percent" : "percent",
      to: second ? this.visit(second).value : null
    };
  }
};

// grammars/score-rank/values.ts
var scoreRankValues = {
  score(ctx) {
    const comparison = node(ctx, "comparison");
    return {
      ...this.visit(node(ctx, "number")),
      operator: operatorOf(comparison && this.visit(comparison), image(ctx, "OrMore"))
    };
  },
  rank(ctx) {
    const n = this.visit(node(ctx, "whole"));
    return {
      value: ctx.Reverse ? -n : n,
      raw: `${image(ctx, "Reverse") ?? ""}${image(ctx, "Ordinal") ?? image(ctx, "Before")}${n}`,
      certain: Boolean(ctx.Reverse || ctx.RankWord || ctx.Place),
      top: Boolean(ctx.Before)
    };
  }
};

// src/parse/late-lookahead.ts
import { LLkLookaheadStrategy } from "chevrotain";
var LateLookahead = class extends LLkLookaheadStrategy {
  buildLookaheadForAlternation(options) {
    const build = () => super.buildLookaheadForAlternation(options);
    let choose = null;
    return function(alternatives) {
      choose ??= build();
      return choose.call(this, alternatives);
    };
  }
  buildLookaheadForOptional(options) {
    const build = () => super.buildLookaheadForOptional(options);
    let enters = null;
    return function() {
      enters ??= build();
      return enters.call(this);
    };
  }
};

// src/parse/notice-parser.ts
var LOOKAHEAD = 4;
var silent = {
  buildMismatchTokenMessage: () => "",
  buildNotAllInputParsedMessage: () => "",
  buildNoViableAltMessage: () => "",
  buildEarlyExitMessage: () => ""
};
var NoticeParser = class extends OutlineMarkRules {
  /** The rules do not change between runs: whether they are sound is asked by a test. */
  constructor(skipValidations = true) {
    super([...vocabulary], {
      skipValidations,
      maxLookahead: LOOKAHEAD,
      lookaheadStrategy: new LateLookahead({ maxLookahead: LOOKAHEAD }),
      errorMessageProvider: silent,
      recoveryEnabled: false,
      nodeLocationTracking: "none"
    });
    this.performSelfAnalysis();
  }
  /** Only a prefix of an island is read: what is left of it is no error, and an error object costs more than a parse. */
  isAtEndOfInput() {
    return true;
  }
};
var parser = new NoticeParser();
var grammarValues = {
  ...numberValues,
  ...countValues,
  ...rateValues,
  ...scoreRankValues,
  ...dateValues,
  ...periodValues,
  ...deadlineValues,
  ...docNumberValues,
  ...outlineMarkValues
};
var Base = parser.getBaseCstVisitorConstructor();
var ValueVisitor = class extends Base {
};
Object.assign(ValueVisitor.prototype, grammarValues);
var visitor = new ValueVisitor();
visitor.validateVisitor();
function parse(rule, tokens2) {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  parser.input = tokens2;
  const tree = parser[rule]();
  Error.stackTraceLimit = limit;
  const error = parser.errors[0];
  const length = error ? 0 : sizeOf(tree);
  const at2 = error ? tokens2.indexOf(error.token) : length;
  return { tree, length, read: at2 < 0 ? tokens2.length + 1 : at2 + LOOKAHEAD };
}
var remembered = 0;
var shape = () => ({ next: [], length: -1, tree: null, leaves: [], values: /* @__PURE__ */ new Map() });
var shapes = /* @__PURE__ */ new Map();
var MOST_VALUES = 4096;
var END = EOF.tokenTypeIdx;
var MAGNITUDE = 0;
function parseAt(rule, text2, tokens2, start, end, isMeant2 = always) {
  let root = shapes.get(rule);
  if (!root) shapes.set(rule, root = shape());
  const at2 = shapeOf(root, tokens2, start, end) ?? learn(root, rule, tokens2.slice(start, end));
  if (at2.length === 0) return null;
  const last2 = tokens2[start + at2.length - 1];
  const words2 = text2.slice(tokens2[start].startOffset, last2.startOffset + last2.image.length);
  let found2 = at2.values.get(words2);
  if (found2 === void 0) {
    if (++remembered % (MOST_VALUES * 8) === 0) shapes.clear();
    found2 = frozen(valueFrom(at2, tokens2, start));
    if (!isMeant2(rule, found2.value, tokens2[start])) found2 = null;
    at2.values.set(words2, found2);
  }
  return found2;
}
var always = () => true;
function valueFrom({ tree, leaves }, tokens2, start) {
  for (let i = 0; i < leaves.length; i++) leaves[i].image = tokens2[start + i].image;
  return { value: visitor.visit(tree), length: leaves.length };
}
function shapeOf(root, tokens2, start, end) {
  let at2 = root;
  for (let i = start; at2 !== void 0 && at2.length < 0; i++) at2 = at2.next[i < end ? kindOf(tokens2[i]) : END];
  return at2;
}
function learn(root, rule, words2) {
  const island = words2.map((token2) => ({ ...token2 }));
  const { tree, length, read: read2 } = parse(rule, island);
  let at2 = root;
  for (let i = 0; i < read2 && i <= island.length; i++) {
    const kind = i < island.length ? kindOf(island[i]) : END;
    at2 = at2.next[kind] ??= shape();
  }
  at2.length = length;
  if (length > 0) {
    at2.tree = tree;
    at2.leaves = island.slice(0, length);
  }
  return at2;
}
function kindOf(token2) {
  const type = token2.tokenTypeIdx;
  return type === HanNumber.tokenTypeIdx && isMagnitude(token2) ? MAGNITUDE : type;
}
function frozen(value) {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  for (const inner of Object.values(value)) frozen(inner);
  return Object.freeze(value);
}
function sizeOf(node2) {
  let n = 0;
  for (const key in node2.children)
    for (const child of node2.children[key]) n += "children" in child ? sizeOf(child) : 1;
  return n;
}

// src/parse/scanner.ts
import { Lexer as Lexer2 } from "chevrotain";
var listOf = new Uint8Array(65536);
var lists = [[]];
for (const type of vocabulary) {
  if (type === Text) continue;
  const skipped = type.GROUP === Lexer2.SKIPPED;
  const words2 = wordsOf.get(type);
  const pattern2 = words2 ? null : new RegExp(type.PATTERN, "y");
  for (const c of new Set(type.START_CHARS_HINT)) {
    const code = c.charCodeAt(0);
    if (listOf[code] === 0) listOf[code] = lists.push([]) - 1;
    const list = lists[listOf[code]];
    if (pattern2) list.push({ type, word: c, second: 0, pattern: pattern2, skipped });
    for (const word of words2 ?? [])
      if (word.charCodeAt(0) === code)
        list.push({
          type,
          word,
          second: word.length > 1 ? word.charCodeAt(1) : 0,
          pattern: null,
          skipped
        });
  }
}
function tokensOf(text2) {
  const tokens2 = [];
  const { length } = text2;
  for (let at2 = 0; at2 < length; ) {
    const list = listOf[text2.charCodeAt(at2)];
    const found2 = list === 0 ? null : candidateAt(text2, at2, lists[list]);
    if (found2 !== null) {
      const image2 = found2.pattern ? text2.slice(at2, found2.pattern.lastIndex) : found2.word;
      if (!found2.skipped) tokens2.push(tokenOf2(found2.type, image2, at2));
      at2 += image2.length;
      continue;
    }
    let end = at2 + 1;
    while (end < length && listOf[text2.charCodeAt(end)] === 0) end++;
    tokens2.push(tokenOf2(Text, text2.slice(at2, end), at2));
    at2 = end;
  }
  return tokens2;
}
function candidateAt(text2, at2, list) {
  const next = at2 + 1 < text2.length ? text2.charCodeAt(at2 + 1) : 0;
  for (let k = 0; k < list.length; k++) {
    const candidate = list[k];
    if (candidate.pattern !== null) {
      candidate.pattern.lastIndex = at2;
      if (candidate.pattern.test(text2)) return candidate;
    } else if (candidate.second === 0 || candidate.second === next && (candidate.word.length === 2 || text2.startsWith(candidate.word, at2)))
      return candidate;
  }
  return null;
}
function tokenOf2(tokenType, image2, startOffset) {
  return { image: image2, startOffset, tokenTypeIdx: tokenType.tokenTypeIdx, tokenType };
}

// src/parse/mentions.ts
var ANCHORS = /* @__PURE__ */ new Map([
  [Open, "docNumber"],
  [Int, "number"],
  [Grouped, "number"],
  [HanNumber, "number"],
  [AtLeast, "number"],
  [AtMost, "number"],
  [MoreThan, "number"],
  [LessThan, "number"],
  [About, "number"],
  [Hemi, "time"],
  [RelativeYear, "time"],
  [RelativeMonth, "time"],
  [RelativeDay, "time"],
  [Half, "time"],
  [ThisQuarter, "time"],
  [LastQuarter, "time"],
  [NextQuarter, "time"],
  [QuarterEnd, "time"],
  [WeekWord, "time"],
  [WeekdayWord, "time"],
  [Immediately, "time"],
  [Year, "time"],
  [Month, "time"],
  [Ordinal, "ordinal"],
  [Reverse, "rank"],
  [Before, "rank"],
  [PercentWord, "rate"]
]);
var anchorOf = [];
for (const type of vocabulary) anchorOf[type.tokenTypeIdx] = ANCHORS.get(type);
var TAILS = new Map([
  [PercentSign, "rate"],
  [PointWord, "rate"],
  [OutOf, "rate"],
  [Score, "score"],
  ...[
    Year,
    YearLong,
    Month,
    Day,
    Quarter,
    WorkDay,
    DaySpan,
    Week,
    MonthSpan,
    Hours,
    MinuteWord,
    Slash
  ].map((tail) => [tail, "time"])
]);
var BREAKS = [];
for (const type of vocabulary)
  BREAKS[type.tokenTypeIdx] = type === Newline || type === Text || type === Prose;
var WIDEST_BLANK = 3;
var LONGEST_ISLAND = 24;
function findMentions(text2) {
  const tokens2 = tokensOf(text2);
  const mentions = [];
  for (let i = 0; i < tokens2.length; ) {
    const anchor = anchorOf[tokens2[i].tokenTypeIdx];
    const rule = anchor === void 0 ? null : ruleAt(anchor, tokens2, i);
    const parsed = rule && parseAt(rule, text2, tokens2, i, islandEnd(tokens2, i), isMeant);
    if (!parsed) {
      i++;
      continue;
    }
    const start = tokens2[i].startOffset;
    const end = endOf(tokens2[i + parsed.length - 1]);
    mentions.push(
      rule === "docNumber" ? docNumber(text2, start, end, parsed.value) : { kind: rule, start, end, value: parsed.value }
    );
    i += parsed.length;
  }
  return mentions;
}
function ruleAt(anchor, tokens2, i) {
  const type = (n) => tokens2[n]?.tokenType;
  const isNumber = (n) => type(n) === Int || type(n) === HanNumber || type(n) === Grouped;
  if (anchor === "docNumber")
    return type(i + 1) === Int && tokens2[i + 1].image.length === 4 ? "docNumber" : null;
  if (anchor === "ordinal") {
    if (!isNumber(i + 1)) return null;
    const behind = type(i + 2);
    return behind === Quarter || behind === Round || behind === To || behind === Dun ? "time" : "rank";
  }
  if (anchor === "rank") {
    const ordinal = type(i) === Reverse ? type(i + 1) === Ordinal ? 2 : 0 : 1;
    if (!ordinal || !isNumber(i + ordinal)) return null;
    const behind = type(i + ordinal + 1);
    return type(i) === Reverse || behind === RankWord || behind === Place ? "rank" : null;
  }
  if (anchor === "time") {
    const first = type(i);
    if ((first === Year || first === Month) && type(i + 1) !== End && !(first === Year && type(i + 1) === Within))
      return null;
    if (first === Hemi)
      return type(i + 1) === Year || type(i + 1) === MonthSpan || type(i + 1) === DaySpan ? "time" : null;
    return "time";
  }
  if (anchor !== "number") return anchor;
  let at2 = isNumber(i) ? i : i + 1;
  if (!isNumber(at2)) return type(at2) === PercentWord ? "rate" : null;
  if (type(at2) === Int && type(at2 + 1) === To && type(at2 + 2) === Int && type(at2 + 3) === To && tokens2[at2].image.length === 4)
    return "time";
  at2 = behindNumber(at2);
  if (type(at2) === To && isNumber(at2 + 1)) at2 = behindNumber(at2 + 1);
  else if (type(at2) === PercentSign && type(at2 + 1) === To) return "rate";
  if (type(at2) === AndMore) at2++;
  if (type(at2) === Dot && type(at2 + 1) === Int) return "time";
  return TAILS.get(type(at2)) ?? "count";
  function behindNumber(n) {
    let next = n + 1;
    if ((type(next) === Dot || type(next) === HanPoint) && isNumber(next + 1)) next += 2;
    if (type(next) === HanNumber && /^[万亿千百]/.test(tokens2[next].image)) next++;
    return next;
  }
}
function islandEnd(tokens2, start) {
  let end = start;
  while (end < tokens2.length && end - start < LONGEST_ISLAND) {
    const token2 = tokens2[end];
    if (BREAKS[token2.tokenTypeIdx]) break;
    if (end > start && token2.startOffset - endOf(tokens2[end - 1]) > WIDEST_BLANK) break;
    end++;
  }
  return end;
}
function isMeant(rule, value, first) {
  if (rule === "count") {
    const count = value;
    const han = first.tokenType === HanNumber;
    return !Number.isNaN(count.value) && !(han && (count.counter === null || count.counter === "\u540D"));
  }
  if (rule === "time") {
    const { from } = value;
    if (!from) return true;
    const inRange = (n, low, high) => n === void 0 || n >= low && n <= high;
    return inRange(from.month, 1, 12) && inRange(from.day, 1, 31) && inRange(from.quarter, 1, 4) && (from.year === void 0 || from.year < 100 || inRange(from.year, 1900, 2100));
  }
  return true;
}
var AGENCY = /[\u4e00-\u9fffA-Za-z]/;
function docNumber(text2, start, end, value) {
  let from = start;
  while (from > 0 && start - from < 16 && AGENCY.test(text2[from - 1])) from--;
  return { kind: "doc_number", start: from, end, value: { ...value, agency: text2.slice(from, start) } };
}
var endOf = (token2) => token2.startOffset + token2.image.length;

// src/records/assemble.ts
import { createHash } from "node:crypto";

// src/segment/line.ts
var NONE = [];
function matchesIn(text2, pattern2) {
  return text2.search(pattern2) < 0 ? NONE : text2.matchAll(pattern2);
}
function firstFrom(sorted2, offset) {
  let low = 0;
  let high = sorted2.length;
  while (low < high) {
    const middle = low + high >> 1;
    if (sorted2[middle].start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
function splitLines(text2) {
  const lines = [];
  let gap = 0;
  for (let at2 = 0; at2 <= text2.length; ) {
    let stop = text2.indexOf("\n", at2);
    if (stop < 0) stop = text2.length;
    const { start, end } = trimmed(text2, at2, stop);
    if (end > start) {
      lines.push({ start, end, text: text2.slice(start, end), gap, indent: start - at2 });
      gap = 0;
    } else gap++;
    at2 = stop + 1;
  }
  return lines;
}
function trimmed(text2, start, end) {
  while (start < end && isBlank(text2.charCodeAt(start))) start++;
  while (end > start && isBlank(text2.charCodeAt(end - 1))) end--;
  return { start, end };
}
function isBlank(code) {
  return code === 32 || code === 9 || code === 10 || code === 13;
}
function tight(text2) {
  if (!/\s/.test(text2)) return text2;
  return text2.replace(/\s+/g, " ").replace(/ (?=[^\x21-\x7e])|(?<=[^\x21-\x7e]) /g, "").trim();
}

// src/lexicon/regions.ts
import { readFileSync } from "node:fs";
var AFTER_LAST_REVISION = "2016-08";
var ETHNIC = /(?:蒙古族|蒙古|回族|藏族|维吾尔族|维吾尔|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族|哈萨克|傣族|黎族|傈僳族|佤族|畲族|高山族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜族|柯尔克孜|土族|达斡尔族|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯族|阿昌族|普米族|塔吉克族|塔吉克|怒族|鄂温克族|德昂族|保安族|裕固族|独龙族|各族)+(?=自治)/;
function shortForms(name) {
  for (const [full, short] of [
    ["\u81EA\u6CBB\u5DDE", "\u5DDE"],
    ["\u81EA\u6CBB\u53BF", "\u53BF"],
    ["\u81EA\u6CBB\u65D7", "\u65D7"],
    ["\u81EA\u6CBB\u533A", ""],
    ["\u7279\u522B\u884C\u653F\u533A", ""],
    ["\u7701", ""]
  ]) {
    if (!name.endsWith(full)) continue;
    const whole2 = name.slice(0, -full.length);
    const base = name.replace(ETHNIC, "").slice(0, -full.length);
    const stem = base.length >= 2 ? base : whole2.replace(/族$/, "");
    return short === "" ? [stem] : [stem + short, stem + full];
  }
  return [];
}
function stemOf(name) {
  let stem = stems.get(name);
  if (stem !== void 0) return stem;
  stem = withoutClass(name);
  if (name.length > 12) return stem;
  if (stems.size >= MOST_STEMS) stems.clear();
  stems.set(name, stem);
  return stem;
}
var stems = /* @__PURE__ */ new Map();
var MOST_STEMS = 8192;
function withoutClass(name) {
  const short = shortForms(name)[0] ?? name;
  const stem = short.replace(/(?:地区|盟|林区|[市县区旗州])$/, "");
  return stem.length >= 2 ? stem : "";
}
function readRegions(path, changes, aliases) {
  const list = { regions: [], shortForms: [], aliases: [] };
  const places3 = /* @__PURE__ */ new Map();
  const add = (region) => {
    const at2 = list.regions.push(region) - 1;
    list.shortForms.push(shortForms(region.name));
    const place = `${region.code} ${region.name}`;
    if (!places3.has(place)) places3.set(place, at2);
    return at2;
  };
  const find = (code, name) => places3.get(`${code} ${name}`) ?? add({ code, name, level: levelOf(code), since: AFTER_LAST_REVISION, until: null });
  for (const line of readFileSync(path, "utf8").split("\n")) {
    const [code, name, since, until] = line.split("	");
    if (!code || !name || !/^\d{6}$/.test(code)) continue;
    add({ code, name, level: levelOf(code), since: since || null, until: until || null });
  }
  for (const c of changes) {
    list.regions[find(c.old_code, c.old_name)].until = c.date;
    const now = list.regions[find(c.new_code, c.new_name)];
    if (now.since === AFTER_LAST_REVISION) now.since = c.date;
  }
  for (const a of aliases) if (a.use === "anywhere") list.aliases.push([a.alias, find(a.code, a.name)]);
  return list;
}
var Regions = class {
  #byCode = /* @__PURE__ */ new Map();
  #byName = /* @__PURE__ */ new Map();
  #children = /* @__PURE__ */ new Map();
  #codes = /* @__PURE__ */ new Map();
  #stems = /* @__PURE__ */ new Map();
  constructor({ regions, shortForms: shortForms2, aliases }) {
    for (const [i, region] of regions.entries()) {
      push(this.#byCode, region.code, region);
      push(this.#byName, region.name, region);
      for (const name of shortForms2[i]) push(this.#byName, name, region);
    }
    for (const [name, i] of aliases) push(this.#byName, name, regions[i]);
  }
  /** Names, short forms included, that stand for a place wherever they are written. */
  names() {
    return this.#byName.keys();
  }
  /** The place at this code, as it was named on `date` (ISO; today where null). */
  at(code, date) {
    const all2 = this.#byCode.get(code);
    return all2?.find((r) => holds(r, date)) ?? all2?.[0];
  }
  /** Places of this name; where several, only those that existed on `date`. */
  named(name, date) {
    const all2 = this.#byName.get(name) ?? [];
    if (all2.length < 2) return all2;
    const valid = all2.filter((r) => holds(r, date));
    return valid.length ? valid : all2;
  }
  /** Places that bear or bore this name. */
  everNamed(name) {
    return this.#byName.get(name) ?? [];
  }
  parent(code, date) {
    if (code.endsWith("0000")) return void 0;
    const city = code.endsWith("00") ? void 0 : this.at(`${code.slice(0, 4)}00`, date);
    return city ?? this.at(`${code.slice(0, 2)}0000`, date);
  }
  /** Itself and what it belongs to, from the inside out. */
  lineage(code, date) {
    const out = [];
    for (let r = this.at(code, date); r; r = this.parent(r.code, date)) out.push(r);
    return out;
  }
  /** The place inside the one at `code` whose name without its class word is `stem`. */
  insideByStem(code, stem) {
    let stems3 = this.#stems.get(code);
    if (!stems3) {
      stems3 = /* @__PURE__ */ new Map();
      for (const r of this.inside(code)) {
        const own = stemOf(r.name);
        if (!stems3.has(own)) stems3.set(own, r);
      }
      this.#stems.set(code, stems3);
    }
    return stems3.get(stem);
  }
  /** Places directly or indirectly inside the one at `code`. */
  inside(code) {
    const prefix = code.replace(/(?:00){1,3}$/, "");
    let found2 = this.#children.get(prefix);
    if (!found2) {
      found2 = this.#under(prefix).flatMap((c) => c === code ? [] : this.#byCode.get(c));
      this.#children.set(prefix, found2);
    }
    return found2;
  }
  /** Codes that start with this one of a province or a city, in the order they came. */
  #under(prefix) {
    if (prefix.length !== 2 && prefix.length !== 4)
      return [...this.#byCode.keys()].filter((code) => code.startsWith(prefix));
    if (this.#codes.size === 0)
      for (const code of this.#byCode.keys())
        for (const length of [2, 4]) push(this.#codes, code.slice(0, length), code);
    return this.#codes.get(prefix) ?? [];
  }
  /** Places of a level inside the one at `code`, as they stood on `date` (ISO; today where null). */
  partsOf(code, level, date) {
    return this.inside(code).filter((r) => r.level === level && holds(r, date));
  }
  /** 广东省江门市恩平市: the names from the province down. */
  path(code, date) {
    return this.lineage(code, date).reverse().map((r) => r.name).join("");
  }
};
function holds(r, date) {
  const month = date ? date.slice(0, 7) : "9999";
  return (r.since === null || r.since <= month) && (r.until === null || month < r.until);
}
function levelOf(code) {
  if (code.endsWith("0000")) return "province";
  return code.endsWith("00") ? "city" : "county";
}
function push(map, key, value) {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

// src/resolve/official-name.ts
function officialName(unit, place, kit2) {
  const region = unit.region ?? (unit.prefix === "" ? place.region : null);
  if (unit.kind === "government") return region ? governmentName(region, unit, place, kit2) : null;
  if (unit.kind === "zone") return zoneName(unit, place);
  const name = unit.row ? officialForm(unit.core, unit.row) : expandTail(unit);
  if (place.ministry && !unit.region) return name.startsWith(place.ministry) ? name : place.ministry + name;
  if (unit.prefix !== "" && !unit.region)
    return /^[市县区旗州省盟部]$/.test(unit.prefix) ? null : unit.prefix + name;
  if (!region) return name;
  if (unit.region && unit.prefix.length > 1 && !unit.prefix.endsWith(unit.region.name) && !isShortOf(unit.prefix, unit.region))
    return unit.prefix + name;
  if (unit.prefix === "" && (startsWithPlace(name, region) || name.includes(region.name))) return name;
  return placeName(region, place, kit2) + name;
}
function officialForm(core, row) {
  if (core === row.name) return core;
  const full = core.replace(/委$/, "\u59D4\u5458\u4F1A");
  if (full === row.name) return row.name;
  const omitted = leftOut(full, row.name) ?? leftOut(core, row.name);
  if (omitted === null) return core;
  return core.length <= 5 || /^[和与及员会]*$/.test(omitted) ? row.name : core;
}
function leftOut(short, name) {
  let omitted = "";
  let i = 0;
  for (const c of name) {
    if (c === short[i]) i++;
    else omitted += c;
  }
  return i === short.length ? omitted : null;
}
function placeName(region, place, kit2) {
  if (region.level !== "county" || !region.name.endsWith("\u533A")) return region.name;
  return (kit2.regions.parent(region.code, place.date)?.name ?? "") + region.name;
}
function governmentName(region, unit, place, kit2) {
  if (/管委会|管理委员会/.test(unit.core)) return `${region.name}\u7BA1\u7406\u59D4\u5458\u4F1A`;
  const parent = region.level === "county" && region.code !== place.region?.code ? kit2.regions.parent(region.code, place.date) : null;
  const own = parent && parent.level === "city" ? parent.name + region.name : placeName(region, place, kit2);
  return `${own}\u4EBA\u6C11\u653F\u5E9C`;
}
function zoneName(unit, place) {
  const core = unit.core.replace(/(?:党工委、?)?(?:管委会|管理委员会)$/, "");
  const region = unit.region ?? place.region;
  const stem = region ? stemOf(region.name) || region.name : "";
  const named = stem !== "" && core.includes(stem) ? core : unit.prefix === "" || /^[市县区旗州省盟]$/.test(unit.prefix) ? core.length <= 6 ? stem + core : core : unit.prefix + core;
  return unit.function === "scenic_area" ? named + (/(?:处|局|中心)$/.test(unit.written) ? "" : "\u7BA1\u7406\u59D4\u5458\u4F1A") : `${named}\u7BA1\u7406\u59D4\u5458\u4F1A`;
}
function expandTail(unit) {
  const { core } = unit;
  if (unit.kind === "town") {
    if (/(?:镇|乡|苏木)$/.test(core)) return `${core}\u4EBA\u6C11\u653F\u5E9C`;
    if (/(?:镇|乡|苏木)政府$/.test(core)) return core.replace(/政府$/, "\u4EBA\u6C11\u653F\u5E9C");
    if (/街道$/.test(core)) return `${core}\u529E\u4E8B\u5904`;
    if (/街道办$/.test(core)) return `${core}\u4E8B\u5904`;
    if (/街办$/.test(core)) return core.replace(/街办$/, "\u8857\u9053\u529E\u4E8B\u5904");
    return core.replace(/村委会$/, "\u6751\u6C11\u59D4\u5458\u4F1A").replace(/居委会$/, "\u5C45\u6C11\u59D4\u5458\u4F1A");
  }
  return core.replace(/管委会$/, "\u7BA1\u7406\u59D4\u5458\u4F1A").replace(/(?<=.{2}[^员])委$/, "\u59D4\u5458\u4F1A").replace(/街道办$/, "\u8857\u9053\u529E\u4E8B\u5904");
}
function startsWithPlace(name, region) {
  const stem = stemOf(region.name) || region.name;
  return name.startsWith(stem) || name.startsWith("\u56FD\u5BB6") || name.startsWith("\u4E2D\u56FD");
}
function isShortOf(written, region) {
  return stemOf(written) !== "" && stemOf(written) === stemOf(region.name);
}

// src/resolve/place.ts
function placeOf(region, date, kit2, ministry = null) {
  return {
    region,
    date,
    ministry: region ? null : ministry,
    lineage: region ? kit2.regions.lineage(region.code, date) : []
  };
}
function scopeRegion(word, place) {
  if (word === "\u81EA\u6CBB\u533A") return place.lineage.find((r) => r.level === "province") ?? null;
  return place.lineage.find((r) => r.name.endsWith(word)) ?? null;
}
function regionNamed(name, place, kit2, above = null) {
  const all2 = kit2.regions.named(name, place.date);
  if (all2.length < 2) return all2[0] ?? null;
  const inside = above && all2.find((r) => kit2.regions.parent(r.code, place.date)?.code === above.code);
  if (inside) return inside;
  return [...all2].sort((a, b) => kinship(b, place) - kinship(a, place))[0];
}
function kinship(r, place) {
  const own = place.region;
  if (!own) return 0;
  if (place.lineage.some((l) => l.code === r.code)) return 7;
  let n = 0;
  while (n < 6 && r.code[n] === own.code[n]) n++;
  return n - (n & 1);
}
function regionByStem(stem, place, kit2) {
  const own = place.region;
  if (!own) return null;
  const around2 = own.level === "county" ? kit2.regions.parent(own.code, place.date)?.code ?? own.code : own.code;
  return kit2.regions.insideByStem(around2, stem) ?? null;
}

// src/resolve/units/name-edge.ts
var HAN = /[\u4e00-\u9fff]/;
var SCOPE_WORDS = "\u5E02\u53BF\u533A\u65D7\u5DDE\u7701\u76DF\u90E8\u5385\u9547\u4E61";
var SCOPES = new Set(SCOPE_WORDS);
var LONGEST_RUN = 14;
var NOT_IN_NAME = /[到的了在是未不无没已被将对向把从于为就都也且即让使所这那其些每但而或着过给请]/;
var nameCharacters = new Uint8Array(65536);
for (let c = 19968; c < 40960; c++) nameCharacters[c] = NOT_IN_NAME.test(String.fromCharCode(c)) ? 0 : 1;
var LEADS2 = 1;
var COUNTS = 2;
var edgeCharacters = new Uint8Array(65536);
for (const c of "\u7ECF\u6709") edgeCharacters[c.charCodeAt(0)] = LEADS2;
for (const c of "\u65E5\u6708\u5E74\u5BB6\u4E2A\u6240") edgeCharacters[c.charCodeAt(0)] = COUNTS;
var isDigit = (code) => code >= 48 && code <= 57;
var boundaryEnds = /* @__PURE__ */ new WeakMap();
function endingsOf({ boundaries }) {
  let known7 = boundaryEnds.get(boundaries);
  if (known7) return known7;
  const ends2 = new Uint8Array(65536);
  const words2 = /* @__PURE__ */ new Map();
  for (const word of boundaries) {
    if (word.length === 0 || word.length > 4) continue;
    const last2 = word.charCodeAt(word.length - 1);
    ends2[last2] = 1;
    words2.set(last2, [...words2.get(last2) ?? [], word]);
  }
  boundaryEnds.set(boundaries, known7 = { ends: ends2, words: words2 });
  return known7;
}
function prefixBefore(text2, hits, at2, floor, place, kit2) {
  let start = at2;
  let region = null;
  const names = [];
  for (let next = hits.endingAt("region", start, floor); next; next = hits.endingAt("region", start, floor)) {
    if (next.end - next.start === 2 && (text2[next.start] === "\u548C" ? /[\u4e00-\u9fff”"’》)]/.test(text2[next.start - 1] ?? "") : cutsWord(text2, hits, next.start, floor, kit2)))
      break;
    names.push(text2.slice(next.start, next.end));
    start = next.start;
  }
  for (const name of names.reverse()) region = regionNamed(name, place, kit2, region) ?? region;
  if (region) return { start, text: text2.slice(start, at2), region, glued: false };
  const zoneHit = hits.endingAt("zone", at2, floor);
  if (zoneHit) {
    const from2 = leftEdge(text2, zoneHit.start, floor, kit2);
    return { start: from2, text: text2.slice(from2, at2), region: place.region, glued: false };
  }
  const c = text2[at2 - 1] ?? "";
  if (at2 === floor || !HAN.test(c) || endsBoundary(text2, at2, kit2)) {
    if (!SCOPES.has(c) || at2 === floor) return { start: at2, text: "", region: null, glued: false };
  }
  if (SCOPES.has(c)) {
    const before = text2[at2 - 2] ?? "";
    if (at2 - 1 === floor || !HAN.test(before) || endsBoundary(text2, at2 - 1, kit2) || /[我本全原各经系有]/.test(before))
      return { start: at2 - 1, text: c, region: scopeRegion(c, place), glued: false };
  }
  if (text2.slice(Math.max(floor, at2 - 3), at2) === "\u81EA\u6CBB\u533A")
    return { start: at2 - 3, text: "\u81EA\u6CBB\u533A", region: scopeRegion("\u81EA\u6CBB\u533A", place), glued: false };
  const from = leftEdge(text2, at2, floor, kit2);
  const run = text2.slice(from, at2);
  if (run.length >= 2 && run.length <= 6 && /[市县区旗州省盟]$/.test(run))
    return { start: from, text: run, region: null, glued: false };
  if (run.length === 0) return { start: at2, text: "", region: null, glued: false };
  const scope = /^[市县区旗州省盟](?=..)/.exec(run)?.[0] ?? "";
  return { start: from, text: scope, region: scope ? scopeRegion(scope, place) : null, glued: true };
}
function cutsWord(text2, hits, at2, floor, kit2) {
  return at2 > floor && HAN.test(text2[at2 - 1]) && !endsBoundary(text2, at2, kit2) && !hits.endingAt("region", at2, floor);
}
function leftEdge(text2, at2, floor, kit2) {
  let i = at2;
  while (i > floor && at2 - i < LONGEST_RUN) {
    const last2 = text2.charCodeAt(i - 1);
    if (nameCharacters[last2] === 0 || endsBoundary(text2, i, kit2) && !insideName(text2, i, kit2)) break;
    const edge = edgeCharacters[last2];
    if (edge === LEADS2 && SCOPES.has(text2[i]) && !/[国所]/.test(text2[i - 2] ?? "")) break;
    if (edge === COUNTS && isDigit(text2.charCodeAt(i - 2))) break;
    i--;
  }
  return i;
}
function insideName(text2, at2, kit2) {
  if (text2[at2 - 1] === "\u5404" && text2[at2] === "\u5E84" && HAN.test(text2[at2 - 2] ?? "")) return true;
  if (text2[at2 - 1] !== "\u548C" && text2[at2 - 1] !== "\u4E0E") return false;
  if (text2[at2 - 1] === "\u548C" && HAN.test(text2[at2 - 2] ?? "") && !HAN.test(text2[at2 - 3] ?? "")) return true;
  for (let n = 2; n <= 4; n++) if (kit2.compounds.has(text2.slice(at2 - 1 - n, at2 - 1))) return true;
  if (/^[市县区旗州省盟部厅镇乡](?![场政容民域划])/.test(text2.slice(at2, at2 + 2))) return false;
  for (let n = 2; n <= 3; n++) {
    const half = text2.slice(at2 - 1 - n, at2 - 1);
    if (PLACED.test(text2.slice(at2 - 2 - n, at2 - 1 - n)) && !WHOLE.test(half) && !kit2.generics.has(half))
      return true;
  }
  return false;
}
var PLACED = /[市县区旗州]$/;
var WHOLE = /[局委办厅院会校站社处所镇乡街道部门单位府直级内属网号家个]$|[,。;:、“”()\d]/;
function endsBoundary(text2, at2, kit2) {
  const { ends: ends2, words: words2 } = endingsOf(kit2);
  const last2 = text2.charCodeAt(at2 - 1);
  if (!ends2[last2]) return false;
  for (const word of words2.get(last2))
    if (at2 >= word.length && text2.startsWith(word, at2 - word.length)) return true;
  return false;
}

// src/resolve/units/department.ts
function unitFormAt(hits, hit) {
  return hits.within("unit", hit.start, hit.end).some((h) => h.start === hit.start && h.end === hit.end && h.entry.form !== "stem");
}
function department(text2, hits, hit, floor, place, kit2) {
  const whole2 = hits.within("unit", hit.start, hit.end).filter((h) => h.start === hit.start && h.end === hit.end && h.entry.form !== "stem");
  const all2 = whole2.some((h) => h.entry.form !== "torn") ? whole2.filter((h) => h.entry.form !== "torn") : whole2;
  const torn = all2[0]?.entry.form === "torn";
  if (torn && hit.start > floor && HAN.test(text2[hit.start - 1])) return null;
  if (all2.length === 0 || /^[长]/.test(text2.slice(hit.end, hit.end + 1))) return null;
  if (/^(?:代表|委员(?!会)|建议|议案|提案)/.test(text2.slice(hit.end, hit.end + 3))) return null;
  const row = rowFor(
    all2.map((h) => h.entry.row),
    place
  );
  const core = torn ? row.name : text2.slice(hit.start, hit.end);
  const prefix = prefixBefore(text2, hits, hit.start, floor, place, kit2);
  if (!prefix || kit2.generics.has(prefix.text)) return null;
  if (prefix.glued)
    return {
      ...prefix,
      end: hit.end,
      written: text2.slice(prefix.start, hit.end),
      kind: "department",
      core: text2.slice(prefix.start + prefix.text.length, hit.end),
      prefix: prefix.text,
      function: row.function,
      row: null,
      restored: false
    };
  if (prefix.text === "" && core.length <= 2 && !/^(?:法院|残联|妇联|团委|工会|科协|文联|纪委|监委|编办|海关|侨联|民委|教委|建委|侨办|台办|红会|党校|人大|政协)$/.test(
    core
  ))
    return null;
  return {
    start: prefix.start,
    end: hit.end,
    written: text2.slice(prefix.start, hit.end),
    kind: "department",
    core,
    prefix: prefix.text,
    region: prefix.region,
    function: row.function,
    row,
    restored: torn
  };
}
function rowFor(rows, place) {
  const month = place.date?.slice(0, 7);
  const level = levelLetter(place);
  const valid = month ? rows.filter((r) => (!r.since || r.since <= month) && (!r.until || month < r.until)) : rows;
  const pool = calledThere(valid.length ? valid : rows, place);
  return pool.find((r) => r.levels.includes(level)) ?? pool[0];
}
function calledThere(rows, place) {
  const province = place.region?.code.slice(0, 2);
  const own = rows.filter((r) => province !== void 0 && r.provinces.includes(province));
  const general = own.length > 0 ? own : rows.filter((r) => r.provinces.length === 0);
  return general.length > 0 ? general : rows;
}
function levelLetter(place) {
  const level = place.region?.level;
  return level === "province" ? "p" : level === "city" ? "c" : level ? "t" : "n";
}

// src/resolve/units/government.ts
function government(text2, hits, hit, floor, place, kit2) {
  const shared = hits.endingAt("region", hit.start + 1, floor)?.start !== hit.start && hits.endingAt("region", hit.start + 1, floor) && hits.within("region", hit.start + 1, hit.end).find((h) => h.end === hit.end);
  const own = shared || hit;
  let start = own.start;
  let above = null;
  for (let next = hits.endingAt("region", start, floor); next; next = hits.endingAt("region", start, floor)) {
    above ??= regionNamed(text2.slice(next.start, next.end), place, kit2);
    start = next.start;
  }
  const name = text2.slice(own.start, own.end);
  const region = regionNamed(name, place, kit2, above);
  if (name.length === 2 && start === hit.start && start > floor && HAN.test(text2[start - 1]) && !endsBoundary(text2, start, kit2))
    return null;
  if (!region || /^(?:直|属|本级|级)/.test(text2.slice(hit.end, hit.end + 2))) return null;
  const rest = text2.slice(hit.end, hit.end + 8);
  const tail = /^(?:人民政府|政府(?!网站|网|系统|部门|信息|采购|各|办)|党工委、管委会|行政公署|行署|管委会|管理委员会)/.exec(
    rest
  )?.[0] ?? "";
  return {
    start,
    end: hit.end + tail.length,
    written: text2.slice(start, hit.end + tail.length),
    kind: "government",
    core: tail || "\u4EBA\u6C11\u653F\u5E9C",
    prefix: text2.slice(start, hit.end),
    region,
    function: governmentFunction(region),
    row: null,
    restored: false
  };
}
var SCOPE = /自治区|[市县区旗州省盟]/;
var WHERE = /(?:[在于到至从向由经并往]|通过|登录|报送|推送|上传|链接|转载|同步)$/;
var ITS = /^(?:门户)?网站(?!系统)|^(?:门户|官方?)网|^网(?![络信上民页友])/;
function ownGovernment(text2, hits, hit, floor, place, kit2) {
  if (!ITS.test(text2.slice(hit.end, hit.end + 4))) return null;
  const scope = SCOPE.exec(text2.slice(Math.max(floor, hit.start - 3), hit.start).slice(-3))?.[0];
  if (!scope || !text2.startsWith(scope, hit.start - scope.length)) return null;
  const start = hit.start - scope.length;
  if (start < floor || hits.endingAt("region", hit.start, floor)) return null;
  const before = text2[start - 1] ?? "";
  if (start > floor && HAN.test(before) && before !== "\u548C" && before !== "\u53CA" && before !== "\u4E0E") {
    if (!endsBoundary(text2, start, kit2)) return null;
  }
  if (WHERE.test(text2.slice(Math.max(floor, start - 2), start))) return null;
  const region = scopeRegion(scope, place);
  if (!region && place.region?.level === "county") return null;
  return {
    start,
    end: hit.end,
    written: text2.slice(start, hit.end),
    kind: "government",
    core: hit.entry.row.suffix,
    prefix: scope,
    region,
    function: region && governmentFunction(region),
    row: null,
    restored: false
  };
}
function governmentFunction(region) {
  return region.level === "province" ? "province_government" : region.level === "city" ? "city_government" : "county_government";
}
function stemList(text2, hits, start, end, place, kit2) {
  const own = place.region;
  if (!own || own.level === "county") return [];
  const runs = [];
  for (const hit of hits.longest("region-stem", start, end)) {
    if (/[市县区州旗盟省自]/.test(text2[hit.end] ?? "")) continue;
    const region = regionByStem(hit.entry.stem, place, kit2);
    if (!region) continue;
    const unit = {
      start: hit.start,
      end: hit.end,
      written: hit.entry.stem,
      kind: "government",
      core: "\u4EBA\u6C11\u653F\u5E9C",
      prefix: hit.entry.stem,
      region,
      function: governmentFunction(region),
      row: null,
      restored: true
    };
    const run = runs.at(-1);
    if (run && /^(?:、|和|及)$/.test(text2.slice(run.at(-1).end, hit.start))) run.push(unit);
    else runs.push([unit]);
  }
  return runs.filter((run) => run.length >= 2).flat();
}

// src/resolve/units/unit.ts
var unitOf = (u) => ({
  start: u.start,
  end: u.end,
  written: u.written,
  kind: u.kind,
  core: u.core,
  prefix: u.prefix,
  region: u.region,
  function: u.function,
  row: u.row,
  restored: u.restored
});

// src/resolve/enumeration.ts
var NOUN = "(?:(?:\u653F\u5E9C|\u90E8\u95E8|\u5355\u4F4D)?(?:\u95E8\u6237)?\u7F51\u7AD9|\u7F51|\u9891\u9053|\u680F\u76EE|\u4E13\u680F|\u5B50\u7AD9|\u7F51\u9875|\u8D26\u53F7|\u516C\u4F17\u53F7|\u5FAE\u4FE1\u516C\u4F17\u53F7)?(?:[^\u3001,\u3002;\u548C\u53CA\u4E0E]{1,8}(?:\u680F\u76EE|\u9891\u9053|\u4E13\u680F))?";
var SEPARATOR = new RegExp(
  `^(?:\\([^()]{1,20}\\))?${NOUN}\\s*(?:[\u3001,]|\u4EE5\u53CA|\u53CA\u5176|\u548C|\u53CA|\u4E0E|\u6216|[\u3001,](?:\u4EE5\u53CA|\u548C|\u53CA))\\s*$`
);
var TAIL = /^(?:\([^()]{1,20}\))?\s*等?(?:共?\d+[家个]|[一二三四五六七八九十]+[家个])?(?:县(?:级|市区)?|市级|区级|园区|单位|部门|乡镇|镇街)*的?(?:政府|部门|单位)?(?:门户)?(?:网站|网|频道|栏目|专栏|子站|(?:政务|官方|新浪)?(?:新媒体|账号|公众号|微信公众号|微博|微信|抖音号?|快手号?|视频号|头条号|客户端|小程序))?(?:\(栏目\)|栏目|频道)?/;
function groupUnits(text2, units, floor, ceiling, place, kit2) {
  const groups = [];
  for (const unit of units) {
    const group = groups.at(-1);
    const between2 = group ? text2.slice(group.end, unit.start) : "";
    if (group && SEPARATOR.test(between2)) {
      group.units.push(unit);
      group.end = unit.end;
      continue;
    }
    const filled = group && between2.length < 60 ? fill(text2, group.end, unit.start, unit, place, kit2) : null;
    if (group && filled) {
      group.units.push(...filled, unit);
      group.end = unit.end;
    } else groups.push({ start: unit.start, end: unit.end, units: [unit], tail: "" });
  }
  for (const group of groups) {
    extendLeft(text2, group, floor, place, kit2);
    joinNames(text2, group, ceiling);
    sharePrefix(group);
    shareDepartment(text2, group);
    group.tail = TAIL.exec(text2.slice(group.end, Math.min(ceiling, group.end + 40)))?.[0] ?? "";
  }
  return groups;
}
var FILLED = new RegExp(`^(?:\\([^()]{1,20}\\))?${NOUN}([\u3001,])(.+)(\u3001|\u548C|\u53CA|\u4EE5\u53CA|\u4E0E)$`);
function fill(text2, from, to, next, place, kit2) {
  const between2 = text2.slice(from, to);
  const m = FILLED.exec(between2);
  if (!m) return null;
  const offset = from + between2.indexOf(m[1]) + 1;
  return pieces(m[2], offset, next, place, kit2);
}
function pieces(words2, offset, next, place, kit2) {
  const out = [];
  let at2 = 0;
  for (const part of words2.split(/(、|和|及|以及|与)/)) {
    if (!/^(?:、|和|及|以及|与)$/.test(part)) {
      const unit = implied(part, offset + at2, next, place, kit2);
      if (!unit) return null;
      out.push(unitOf(unit));
    }
    at2 += part.length;
  }
  return out;
}
function extendLeft(text2, group, floor, place, kit2) {
  for (; ; ) {
    const joint2 = /(?:、|和|及|以及|与)$/.exec(text2.slice(Math.max(floor, group.start - 2), group.start));
    if (!joint2) return;
    const end = group.start - joint2[0].length;
    let start = end;
    while (start > floor && end - start < 12 && /[\u4e00-\u9fff]/.test(text2[start - 1]) && !endsBoundary(text2, start, kit2))
      start--;
    const unit = start < end ? implied(text2.slice(start, end), start, group.units[0], place, kit2) : null;
    if (!unit) return;
    group.units.unshift(unitOf(unit));
    group.start = start;
  }
}
var COUNTED = /^[^,。;]{0,6}(?:等|[两二2]\s*[家个局])/;
function joinNames(text2, group, ceiling) {
  const { units } = group;
  for (let k = units.length - 1; k > 0; k--) {
    const [first, last2] = [units[k - 1], units[k]];
    if (!first.restored || first.kind !== "department" || last2.kind !== "department" || last2.restored || last2.prefix !== "" || units[k - 2]?.restored || !/^[和与]$/.test(text2.slice(first.end, last2.start)) || COUNTED.test(text2.slice(last2.end, Math.min(ceiling, last2.end + 10))))
      continue;
    const written = text2.slice(first.start, last2.end);
    const core = written.slice(first.prefix.length);
    units.splice(k - 1, 2, { ...first, end: last2.end, written, core, row: null, restored: false });
  }
}
var stems2 = /* @__PURE__ */ new WeakMap();
function byStem(word, kit2) {
  let known7 = stems2.get(kit2);
  if (!known7) {
    stems2.set(kit2, known7 = /* @__PURE__ */ new Map());
    for (const row of kit2.tables.units)
      for (const stem of new Set(row.stems)) {
        const rows = known7.get(stem);
        if (rows) rows.push(row);
        else known7.set(stem, [row]);
      }
  }
  return known7.get(word) ?? [];
}
function implied(piece, start, model, place, kit2) {
  const base = { start, end: start + piece.length, restored: true };
  const scope = /^[市县区旗州省盟]/.exec(piece)?.[0] ?? "";
  const word = piece.slice(scope.length);
  if (model.kind === "department" || model.kind === "other" || model.kind === "government") {
    const level = levelLetter(place);
    const ending = /(?:委员会|委|局|办公室|办|厅)$/.exec(model.core)?.[0] ?? "";
    const rows = calledThere(byStem(word, kit2), place);
    const row = rows.find((r) => ending && r.name.endsWith(ending) && (!r.levels || r.levels.includes(level))) ?? rows.find((r) => !r.levels || r.levels.includes(level)) ?? rows[0];
    if (row && inForce(row, place)) {
      const suffix = /(?:委员会|局|办公室|厅|办|联社|社|中心|会)$/.exec(row.name)?.[0] ?? "";
      const core = officialForm(row.name, row);
      return {
        ...base,
        written: piece + (ending && row.name.endsWith(ending) ? ending : suffix),
        kind: "department",
        core,
        prefix: scope,
        region: scope ? place.lineage.find((r) => r.name.endsWith(scope)) ?? null : null,
        function: row.function,
        row
      };
    }
  }
  if (model.kind === "government") {
    const region = regionByStem(word, place, kit2);
    const ending = /[市县区旗]$/.exec(model.prefix)?.[0];
    if (region && ending && region.name.endsWith(ending))
      return {
        ...base,
        written: piece + ending,
        kind: "government",
        core: "\u4EBA\u6C11\u653F\u5E9C",
        prefix: piece + ending,
        region,
        function: governmentFunction(region),
        row: null
      };
  }
  if (/^[\u4e00-\u9fff]{2,4}[区园]$/.test(piece) && !kit2.generics.has(piece))
    return {
      ...base,
      restored: false,
      written: piece,
      kind: "zone",
      core: piece,
      prefix: "",
      region: null,
      function: "zone_committee",
      row: null
    };
  if (model.kind === "town" && model.prefix === "" && /^[\u4e00-\u9fff]{2,4}$/.test(piece)) {
    const ending = /(?:镇人民政府|乡人民政府|镇政府|乡政府|镇|乡|街道办事处|街道|社区)$/.exec(model.core)?.[0];
    if (ending)
      return {
        ...base,
        written: piece + ending,
        kind: "town",
        core: piece + ending,
        prefix: "",
        region: null,
        function: model.function,
        row: null
      };
  }
  return null;
}
function inForce(row, place) {
  const month = place.date?.slice(0, 7);
  return !month || (!row.since || row.since <= month) && (!row.until || month < row.until);
}
function shareDepartment(text2, { units }) {
  for (let k = units.length - 2; k >= 0; k--) {
    const unit = units[k];
    const next = units[k + 1];
    if (next.kind !== "department" || !next.region || next.prefix.length < 2 || unit.kind !== "government" || unit.end - unit.start !== unit.prefix.length || unit.region?.level !== next.region.level || !/^[、和及与]$/.test(text2.slice(unit.end, next.start)))
      continue;
    const { core, function: code, row } = next;
    Object.assign(unit, {
      kind: next.kind,
      written: unit.prefix + core,
      core,
      function: code,
      row,
      restored: true
    });
  }
}
function sharePrefix(group) {
  let shared = null;
  let district = null;
  for (const unit of group.units) {
    if (unit.kind !== "town") district = null;
    else if (unit.region !== null) district = unit;
    else if (district && unit.prefix === "") {
      unit.written = district.prefix + unit.written;
      unit.prefix = district.prefix;
      unit.region = district.region;
      unit.restored = true;
    }
    const department2 = unit.kind === "department" || unit.kind === "other";
    if (!department2) {
      if (unit.kind !== "town") shared = null;
      continue;
    }
    if (unit.prefix !== "") shared = /^[市县区旗州省盟部]$/.test(unit.prefix) || unit.region ? unit : null;
    else if (shared) {
      unit.written = shared.prefix + unit.written;
      unit.prefix = shared.prefix;
      unit.region = shared.region;
      unit.restored = true;
    }
  }
}

// src/resolve/holder.ts
var holderGroup = ({ start, end }, holders, about, subject, bracketed = false) => ({ start, end, holders, about, subject, bracketed });

// src/resolve/units/by-suffix.ts
function bySuffix(text2, hits, hit, floor, place, kit2) {
  const { suffix, function: code, not_before, not_after } = hit.entry.row;
  if (suffix === "\u4EBA\u6C11\u653F\u5E9C" || suffix === "\u653F\u5E9C") return ownGovernment(text2, hits, hit, floor, place, kit2);
  if (hit.end < text2.length && not_before.includes(text2[hit.end]) || hit.start > 0 && not_after.includes(text2[hit.start - 1]))
    return null;
  let from = leftEdge(text2, hit.start, floor, kit2);
  if (opensName(text2, hits, from, hit.start, floor)) from = leftEdge(text2, from - 1, floor, kit2);
  let region = null;
  let prefix = "";
  for (const r of hits.longest("region", from, hit.start)) {
    const rest = hit.start - r.end;
    if (rest < 1 && !/^(?:镇|乡)/.test(suffix)) continue;
    region = regionNamed(text2.slice(r.start, r.end), place, kit2);
    prefix = text2.slice(from, r.end);
    if (r.start > from && !hits.endingAt("region", r.start, floor)) {
      from = r.start;
      prefix = text2.slice(from, r.end);
    }
  }
  if (!prefix) {
    for (const z3 of hits.longest("zone", from, hit.start))
      if (hit.start - z3.end >= 2 && z3.end - from >= 3) prefix = text2.slice(from, z3.end);
  }
  const run = text2.slice(from, hit.start);
  if (/\d/.test(text2[from - 1] ?? "") && /^[个家件条项次处份篇封]/.test(text2.slice(from, hit.end)))
    return null;
  if (/^(?:[一二两三四五六七八九十几多]{1,3}|\d{1,4})[个家所座处件条项次份篇封则](?!旗)/.test(
    text2.slice(from, hit.end)
  ))
    return null;
  if (/[我本该贵]$/.test(text2.slice(from, hit.start)) && suffix.length === 1) return null;
  if (kit2.generics.has(text2.slice(from, hit.end))) return null;
  const name = run.slice(prefix.length);
  const least = suffix.length === 1 ? /[镇乡]/.test(suffix) ? 1 : 2 : 1;
  if (name.length < least && !(prefix && suffix.length >= 2)) return null;
  for (let n = 1; n <= Math.min(4, run.length); n++)
    if (kit2.generics.has(run.slice(0, n)) && (n > 1 || run.length === 1 || /^[各全本我该此]/.test(run)))
      return null;
  if (!prefix) {
    const scope = /^[市县区旗州省盟](?=.{2})/.exec(run)?.[0];
    if (scope && !/^(?:town|subdistrict)$/.test(code)) {
      prefix = scope;
      region = scopeRegion(scope, place);
    }
  }
  const core = from + prefix.length;
  const bare2 = core + (/[市县区旗州省盟]/.test(text2[core]) ? 1 : 0);
  if (hits.within("unit", core, hit.end).some((h) => (h.start === core || h.start === bare2) && h.end === hit.end))
    return null;
  if (/[和与]/.test(name) && /^[两二2][家个局]/.test(text2.slice(hit.end, hit.end + 2))) return null;
  const kind = code === "town" || code === "subdistrict" || code === "village" ? "town" : code === "zone_committee" ? "zone" : "other";
  return {
    start: from,
    end: hit.end,
    written: text2.slice(from, hit.end),
    kind,
    core: text2.slice(core, hit.end),
    prefix,
    region,
    function: code,
    row: null,
    restored: false
  };
}
function opensName(text2, hits, from, until, floor) {
  if (from <= floor || !/[和将向从所过]/.test(text2[from - 1])) return false;
  const single = until - from === 1;
  if (hits.endingAt("region", from - 1, floor)) return single || text2[from - 1] !== "\u548C";
  return single && (from - 1 === floor || !HAN.test(text2[from - 2]));
}

// src/resolve/units/closed-list.ts
var CLOSED = /(?:等(?:[两二三四五六七八九十]|\d{1,2})?个?|[两二三四五六七八九十]|\d{1,2}个)(?:局|部门|委办局)(?!长)/y;
var JOINT2 = /(?:、|和|及|与)([市县区旗州省盟]?)$/;
var TOWNS = /^(?:town|subdistrict|village)$/;
var OF_TOWNS = /[、和及与]([\u4e00-\u9fff]{2,4})等(?:[两二三四五六七八九十]|\d{1,2})?个?$/;
function closedLists(text2, hits, start, end, place) {
  const out = [];
  for (const hit of hits.within("unit", start, end)) {
    if (hit.entry.form !== "stem") continue;
    CLOSED.lastIndex = hit.end;
    if (!CLOSED.test(text2)) continue;
    const joint2 = JOINT2.exec(text2.slice(Math.max(start, hit.start - 3), hit.start));
    if (!joint2) continue;
    const row = rowFor(
      hits.within("unit", hit.start, hit.end).filter((h) => h.start === hit.start && h.end === hit.end).map((h) => h.entry.row),
      place
    );
    const scope = joint2[1];
    const from = hit.start - scope.length;
    const noun2 = /(?:委员会|局|办公室|厅|办|联社|社|中心|会)$/.exec(row.name)?.[0] ?? "";
    const unit = {
      start: from,
      end: hit.end,
      written: text2.slice(from, hit.end) + noun2,
      kind: "department",
      core: officialForm(row.name, row),
      prefix: scope,
      region: scope ? scopeRegion(scope, place) : null,
      function: row.function,
      row,
      restored: true
    };
    if (out.at(-1)?.start === from) out.pop();
    out.push(unit);
  }
  for (const hit of hits.longest("suffix", start, end)) {
    const { suffix, function: code } = hit.entry.row;
    if (!TOWNS.test(code)) continue;
    const [last2, name] = OF_TOWNS.exec(text2.slice(Math.max(start, hit.start - 12), hit.start)) ?? [];
    if (name === void 0) continue;
    const from = hit.start - last2.length + 1;
    out.push({
      start: from,
      end: from + name.length,
      written: name + suffix,
      kind: "town",
      core: name + suffix,
      prefix: "",
      region: null,
      function: code,
      row: null,
      restored: true
    });
  }
  return out;
}

// src/resolve/units/zone.ts
function zone(text2, hits, hit, floor, place, kit2) {
  const form = hit.entry.row.form;
  let end = hit.end;
  const tail = /^(?:党工委、?管委会|管理委员会|管委会|管理局|管理处|党工委)/.exec(text2.slice(end, end + 8))?.[0] ?? "";
  end += tail.length;
  const regionBefore = hits.endingAt("region", hit.start, floor);
  const from = regionBefore ? regionBefore.start : leftEdge(text2, hit.start, floor, kit2);
  const run = text2.slice(from, hit.start);
  const standsAlone = /^(?:科创园区|创园区|科创园|高新区|经开区|开发区|示范区|度假区|保税区|综保区|科技城|新区|高新技术产业开发区|经济技术开发区|经济开发区|旅游度假区|综合保税区|试验区|实验区|工业园区|产业园区|空港区|空港经济区|工业园|产业园|景区|风景区)$/.test(
    form
  );
  if (kit2.generics.has(run) || run.length < 2 && !standsAlone || /^(?:各|全|有关|相关|所有|部分|个别|本)/.test(run))
    return null;
  const scoped = /^[市县区旗州省盟]$/.test(run);
  const region = regionBefore ? regionNamed(text2.slice(regionBefore.start, regionBefore.end), place, kit2) : scoped ? scopeRegion(run, place) : null;
  return {
    start: from,
    end,
    written: text2.slice(from, end),
    kind: "zone",
    core: text2.slice(regionBefore ? regionBefore.end : scoped ? hit.start : from, hit.end),
    prefix: regionBefore || scoped ? run : "",
    region,
    function: hit.entry.row.function,
    row: null,
    restored: false
  };
}

// src/resolve/units/find-units.ts
var known = /* @__PURE__ */ new WeakMap();
function findUnits(text2, hits, start, end, place, kit2) {
  let own = known.get(hits);
  if (own?.place !== place) known.set(hits, own = { place, byStart: /* @__PURE__ */ new Map() });
  let here = own.byStart.get(start);
  if (!here) own.byStart.set(start, here = []);
  let units = here.find((known7) => known7.end === end)?.units;
  if (!units) here.push({ end, units: units = unitsBetween(text2, hits, start, end, place, kit2) });
  return units.map(unitOf);
}
function unitsBetween(text2, hits, start, end, place, kit2) {
  const found2 = [];
  const add = (unit) => {
    if (unit && unit.start >= start && unit.end <= end) found2.push(unitOf(unit));
  };
  for (const hit of hits.longest("unit", start, end))
    if (hit.entry.form !== "stem" || unitFormAt(hits, hit))
      add(department(text2, hits, hit, start, place, kit2));
  for (const hit of hits.longest("region", start, end)) add(government(text2, hits, hit, start, place, kit2));
  for (const hit of hits.longest("zone", start, end)) add(zone(text2, hits, hit, start, place, kit2));
  for (const hit of hits.longest("suffix", start, end)) add(bySuffix(text2, hits, hit, start, place, kit2));
  for (const unit of closedLists(text2, hits, start, end, place)) {
    for (let k = found2.length - 1; k >= 0; k--)
      if (found2[k].end > unit.start && found2[k].start < unit.end) found2.splice(k, 1);
    found2.push(unit);
  }
  for (const unit of stemList(text2, hits, start, end, place, kit2)) found2.push(unit);
  if (found2.length === 0) return found2;
  if (found2.length > 1) found2.sort((a, b) => a.start - b.start || b.end - a.end);
  const out = [];
  for (const unit of found2) {
    const last2 = out.at(-1);
    if (!last2 || unit.start >= last2.end) {
      if (last2 && unit.start === last2.end && joins(last2, unit)) out[out.length - 1] = merged(last2, unit, text2);
      else out.push(unit);
    } else if (unit.end > last2.end && unit.end - unit.start > last2.end - last2.start)
      out[out.length - 1] = unit;
  }
  return out.filter(
    (unit, k) => !(k > 0 && /^(?:政府|部门)?(?:门户)?网站$/.test(text2.slice(out[k - 1].end, unit.start)))
  );
}
var NATIONAL = /^(?:国家|中国).{2,10}(?:总局|局|委员会|银行)$/;
function joins(a, b) {
  if (b.kind !== "department" && b.kind !== "other") return false;
  return a.kind !== "government" && (b.prefix === "" || NATIONAL.test(a.written));
}
function merged(a, b, text2) {
  return {
    ...a,
    end: b.end,
    written: text2.slice(a.start, b.end),
    core: NATIONAL.test(a.written) ? text2.slice(a.start, b.end) : a.core + b.core,
    region: a.region ?? b.region,
    function: b.function ?? a.function,
    row: null,
    kind: "department"
  };
}

// src/resolve/accounts.ts
var QUOTED = /[“"‘「]([^“”"‘’「」\n]{1,30})[”"’」]/g;
var BRACKET = /^\s*\(([^()]{2,60})\)/;
var LIST = /^\s*(?:(?:[、,;]|和|及|以及|与)\s*)?$/;
var PAIRED = /^\s*(?:、|和|及|以及|与)\s*/;
var ACCOUNTS = /* @__PURE__ */ new Set(["\u8D26\u53F7", "\u5E10\u53F7", "\u653F\u52A1\u65B0\u5A92\u4F53", "\u65B0\u5A92\u4F53", "\u653F\u52A1\u65B0\u5A92\u4F53\u8D26\u53F7", "\u65B0\u5A92\u4F53\u8D26\u53F7"]);
var NOT_ACCOUNT = /^(?:栏目|专栏|频道|板块|版块|专题|子栏目|专区|模块|页面|活动|菜单|按钮|链接|自定义菜单|等?\d*个?自定义菜单|等?\d*个?菜单|等?\d*个?事项|事项|办事指南|等?\d*个?(?:栏目|专栏|二级栏目|频道)|一栏|现象|问题(?!比较|较|突出|十分|尤|最|严重|多)|原则|制度|责任制|平台|机制|系统)/;
var TO_PLATFORM = /^(?:等)?(?:\d+个|[一二三四五六七八九十两]+个)?(?:的)?(?:政务|官方|认证|新浪|腾讯|不合格)*\s*$/;
var FROM_PLATFORM = /^(?:账号|帐号|号)?(?:有?(?:\d+|[一二三四五六七八九十两]+)[个家])?,?(?:分别|依次)?[是为]?[::]?\s*$/;
var WIDER = /^(?:短视频|政务|官方|平台|公众){0,2}(?:账号|帐号|平台|号(?![召称码令]))|/;
var ALSO = /^(?:、|和|及|以及|与)(?:政务|官方|新浪|腾讯)*$/;
var NO_NAME = /[不未没无只重轻、]/;
function findAccounts(text2, hits, sentence, place, kit2, ofMedia2 = false) {
  const platforms2 = hits.longest("subject", sentence.start, sentence.end).filter(
    (h) => h.entry.row.kind === "platform" && !/^其[他它]/.test(h.entry.row.word) || ACCOUNTS.has(h.entry.row.word)
  ).map((h) => ({ ...h, end: h.end + WIDER.exec(text2.slice(h.end, h.end + 8))[0].length }));
  if (platforms2.length === 0 && !ofMedia2) return [];
  const quoted = quotations(text2, sentence);
  const groups = [];
  const add = (start, end, holders, subject) => {
    const last2 = groups.at(-1);
    if (last2 && LIST.test(text2.slice(last2.end, start))) {
      last2.holders.push(...holders);
      last2.end = end;
    } else groups.push(holderGroup({ start, end }, holders, "media", subject));
  };
  const unitBehind = (from, to) => {
    const separator = PAIRED.exec(text2.slice(from, to));
    if (!separator) return void 0;
    if (kit2.scopes.has(text2.slice(from + separator[0].length, to))) return null;
    const units = findUnits(text2, hits, from, to, place, kit2);
    const [only] = units;
    return units.length === 1 && only.start === from + separator[0].length && OWNED.test(text2.slice(only.end, to)) ? only : void 0;
  };
  const listed3 = (between2, from) => LIST.test(between2) || unitBehind(from, from + between2.length) !== void 0;
  let pending = [];
  let label = null;
  for (const [i, q] of quoted.entries()) {
    pending.push(q);
    const first = pending[0];
    const inside = platforms2.find((p) => q.bracket && p.start >= q.bracket.start && p.end <= q.bracket.end);
    const after2 = inside ?? platforms2.find((p) => p.start >= q.until && TO_PLATFORM.test(text2.slice(q.until, p.start)));
    const before = platforms2.find(
      (p) => p.end <= first.start && FROM_PLATFORM.test(text2.slice(p.end, first.start))
    );
    if (before && /[::]\s*$/.test(text2.slice(before.end, first.start)))
      label = { subject: before.entry.row.subject, end: before.end };
    const next = quoted[i + 1];
    if (!after2 && next && listed3(text2.slice(q.until, next.start), q.until)) continue;
    const labelled2 = label && !after2 && !before && text2.slice(label.end, first.start).search(/[。]/) < 0 ? label : null;
    const isNamed2 = () => ofMedia2 && !NO_NAME.test(q.name) && ownersOf(text2, hits, sentence, first.start, q.end, pending.length, place, kit2).length > 0;
    const subject = after2?.entry.row.subject ?? before?.entry.row.subject ?? labelled2?.subject ?? (isNamed2() ? "new_media" : void 0);
    if (subject && !NOT_ACCOUNT.test(text2.slice(q.end, q.end + 8)) && !(before && !after2 && before.entry.row.kind !== "platform" && NO_NAME.test(q.name))) {
      const start = before && !after2 ? before.start : first.start;
      const inBracket = q.bracket ? unitsIn(text2, hits, q.bracket, place, kit2).length : 0;
      const owned = inside || inBracket > 0;
      const end = after2 && !inside ? after2.end : owned ? q.until : q.end;
      const named = inBracket > 1 && inBracket === pending.length ? q.end : end;
      const owners = ownersOf(text2, hits, sentence, start, named, pending.length, place, kit2);
      let nearest2 = owners.length === 1 ? owners[0] : void 0;
      const holders = pending.map((p, k) => {
        const each = owners.length > 1 && owners.length === pending.length;
        const own = p.bracket && !each ? unitsIn(text2, hits, p.bracket, place, kit2)[0] : void 0;
        const behind = k > 0 ? unitBehind(pending[k - 1].until, p.start) : void 0;
        if (behind !== void 0) nearest2 = behind;
        const shared = pending.length === 1 ? owners[0] : owners.length === pending.length ? owners[k] : nearest2;
        return {
          kind: "account",
          start: p.start,
          end: k === pending.length - 1 ? end : p.until,
          name: p.name,
          platform: subject,
          owner: own ?? shared ?? null,
          about: "media"
        };
      });
      add(start, end, [...holders], subject);
      let last2 = after2 && !inside ? after2 : null;
      while (last2) {
        const also = platforms2.find(
          (p) => p.start > last2.end && ALSO.test(text2.slice(last2.end, p.start))
        );
        if (also?.entry.row.kind !== "platform" || /^\s*\(?“/.test(text2.slice(also.end, also.end + 3))) break;
        const there = holders.map(
          (h) => ({ ...h, end: also.end, platform: also.entry.row.subject })
        );
        add(also.start, also.end, there, subject);
        last2 = also;
      }
    }
    pending = [];
  }
  for (const p of platforms2) {
    if (groups.some((g) => p.start >= g.start && p.end <= g.end) || p.entry.row.kind !== "platform") continue;
    if (quoted.some((q) => p.start >= q.start && p.end <= q.end)) continue;
    const aside = sentence.asides.find((a) => a.start < p.start && a.end > p.end && text2[a.start] === "(");
    const inner = aside && { start: aside.start + 1, end: aside.end - 1 };
    const named = inner && unitsIn(text2, hits, inner, place, kit2).length > 0 ? aside : null;
    const at2 = named?.start ?? p.start;
    const units = findUnits(text2, hits, sentence.start, at2, place, kit2);
    const floor = units.findLast((u) => u.kind === "department" || u.end === at2)?.end ?? sentence.start;
    const name = floor < at2 && nameBefore(text2, at2, floor, kit2);
    if (!name) continue;
    const owners = ownersOf(text2, hits, sentence, name.start, named?.start ?? p.end, 1, place, kit2);
    const holder = {
      kind: "account",
      start: name.start,
      end: named?.end ?? p.end,
      name: name.text,
      platform: p.entry.row.subject,
      owner: owners.length === 1 ? owners[0] : null,
      about: "media"
    };
    groups.push(holderGroup(holder, [holder], "media", p.entry.row.subject));
  }
  for (const g of groups) {
    const [first] = g.holders;
    if (g.holders.length < 2 || !first) continue;
    const from = Math.max(sentence.start, first.start - 40);
    const units = findUnits(text2, hits, from, first.start, place, kit2);
    const between2 = units.length > 0 ? text2.slice(units.at(-1).end, first.start) : "";
    if (!between2.startsWith("\u5206\u522B") || !OWNED.test(between2.slice(2))) continue;
    const owners = groupUnits(text2, units, from, first.start, place, kit2).at(-1).units;
    if (owners.length === g.holders.length) {
      for (const [k, h] of g.holders.entries()) if (h.kind === "account") h.owner = owners[k];
    }
  }
  return groups.sort((a, b) => a.start - b.start);
}
function quotations(text2, sentence) {
  return [...matchesIn(text2.slice(sentence.start, sentence.end), QUOTED)].map((m) => {
    const start = sentence.start + m.index;
    const end = start + m[0].length;
    const bracket = BRACKET.exec(text2.slice(end, Math.min(sentence.end, end + 64)));
    const inner = bracket && { start: end + bracket[0].indexOf("(") + 1, end: end + bracket[0].length - 1 };
    return { start, end, name: m[1], until: bracket ? end + bracket[0].length : end, bracket: inner };
  });
}
function unitsIn(text2, hits, inner, place, kit2) {
  const units = findUnits(text2, hits, inner.start, inner.end, place, kit2);
  if (units.length === 0) return [];
  const grouped = groupUnits(text2, units, inner.start, inner.end, place, kit2).flatMap((g) => g.units);
  const rest = text2.slice(inner.start, inner.end).length - grouped.reduce((n, u) => n + u.end - u.start, 0) - (grouped.length - 1);
  return rest <= 8 ? grouped : [];
}
var NOT_A_NAME = /^(?:政务|官方|新浪|腾讯|其|该|个别?|部分|各|开设|本|所有|全市|全县|全区|全省|一些|单位|的|多个|少数|有的|原|新|部门|乡镇|同一|通过|利用|开通|注册|政府|新开|如|仅|发布|关于|市级|县级|区级|省级|镇街|不合格|全国|名单|问题|检查|抽查|运行|上述|以上|认证|备案)+$/;
var LONGEST_NAME = 16;
function nameBefore(text2, at2, floor, kit2) {
  let start = at2;
  while (start > floor && at2 - start < LONGEST_NAME && /[\u4e00-\u9fffA-Za-z0-9·]/.test(text2[start - 1]) && !endsBoundary(text2, start, kit2))
    start--;
  const name = text2.slice(start, at2);
  if (name.length < 3 || NOT_A_NAME.test(name) || /[的了未不无]|^\d|个$|家$|网站|账号|新媒体|查|单位|部门|方面|(?:开设|开通|注册|运营|主办|开办|创办|申请)$/.test(
    name
  ))
    return null;
  return { start, text: name };
}
var OWNED = /^(?:的|将|上(?:个)?[一二三四]?季度|上(?:次|月|半年)|此前|前期|[一二三四]季度|被?(?:点名)?通报(?:过)?的|主办|开设|开办|开通|运维|所属|主管|负责|管理|申请|注册|停用|闲置|自行|擅自|私自|违规|绕开审批|未经审批|未经批准|未经报备|未经备案|未备案|未报备|新|官方|政务|认证|微信公众号|微信视频号|公众号|订阅号|服务号|新浪微博|微博|抖音号|快手号|视频号|今日头条号?|头条号|小程序|客户端|账号)*$/;
var NAMED2 = /(?:名为|名称为|名叫|称为|昵称为|账号名为)$/;
var ITS2 = /,其(?:主办|开设|运维|官方|所属|下属)?的?$/;
var ITS_OWN = /^(?!网站|门户|栏目|专栏)(?!.*(?:同时|同一|平台|上))[^,。;:、“”()未没不转把对与和及向]{0,12}(?:(?<!转载|引用)的|(?:开设|开办|开通|开立|注册|申请|运维|运营|管理|主办|代管|维护|新建|申报|认证)了?)$/;
function ownersOf(text2, hits, sentence, start, end, accounts, place, kit2) {
  const bracket = BRACKET.exec(text2.slice(end, Math.min(sentence.end, end + 64)));
  if (bracket) {
    const from2 = end + bracket[0].indexOf("(") + 1;
    const units = unitsIn(text2, hits, { start: from2, end: from2 + bracket[1].length }, place, kit2);
    if (units.length) return units;
  }
  const from = Math.max(sentence.start, start - 40);
  const before = findUnits(text2, hits, from, start, place, kit2);
  const last2 = before.at(-1);
  if (!last2) return [];
  const between2 = text2.slice(last2.end, start).replace(NAMED2, "");
  if (between2.startsWith("\u5206\u522B") && OWNED.test(between2.slice(2)))
    return groupUnits(text2, before, from, start, place, kit2).at(-1)?.units ?? [];
  if (!OWNED.test(between2) && !ITS_OWN.test(between2) && !ITS2.test(between2)) return [];
  const listed3 = accounts > 1 ? groupUnits(text2, before, from, start, place, kit2).at(-1).units : [];
  return listed3.length === accounts ? listed3 : [last2];
}

// src/resolve/sentence.ts
var CLOSING = { "(": ")", "\u300A": "\u300B", "\u3010": "\u3011", "\u3014": "\u3015", "[": "]" };
var QUOTES = { "\u201C": "\u201D", "\u2018": "\u2019", "\u300C": "\u300D" };
var MISWRITTEN = /^”[\u4e00-\u9fff]{0,6}[成作为]“$/;
var FAR = 160;
var MOST_PARTS = 300;
var OWNERS_FOLLOW = /\s*\((?:责任|整改|涉及|主办|牵头|主管)/y;
var BRACKET2 = 1;
var QUOTE = 2;
var CLAUSE = 3;
var STOP2 = 4;
var signs = new Uint8Array(65536);
for (const c of Object.keys(CLOSING)) signs[c.charCodeAt(0)] = BRACKET2;
for (const c of Object.keys(QUOTES)) signs[c.charCodeAt(0)] = QUOTE;
for (const c of ",:") signs[c.charCodeAt(0)] = CLAUSE;
for (const c of "\u3002!?;\n") signs[c.charCodeAt(0)] = STOP2;
function asSentence({ start, end }) {
  return { start, end, clauses: [{ start, end, stop: "" }], asides: [], quotes: [] };
}
var known2 = /* @__PURE__ */ new Map();
var MOST_CHARACTERS = 4e5;
var characters = 0;
function knownOf(text2) {
  let own = known2.get(text2);
  if (own) return own;
  if (characters > MOST_CHARACTERS) {
    known2.clear();
    characters = 0;
  }
  characters += text2.length;
  known2.set(text2, own = /* @__PURE__ */ new Map());
  return own;
}
function sentences(text2, start, end) {
  const own = knownOf(text2);
  const before = own.get(start);
  if (before?.end === end) return before.sentences;
  const made2 = cut(text2, start, end);
  own.set(start, { end, sentences: made2 });
  return made2;
}
function cut(text2, start, end) {
  const out = [];
  let from = start;
  let clauseFrom = start;
  let clauses = [];
  let asides = [];
  let quotes = [];
  const closeClause = (to, stop) => {
    if (to > clauseFrom) clauses.push({ start: clauseFrom, end: to, stop });
    clauseFrom = to + stop.length;
  };
  const closeSentence = (to) => {
    if (clauses.length) out.push({ start: from, end: to, clauses, asides, quotes });
    clauses = [];
    asides = [];
    quotes = [];
    from = to;
  };
  for (let i = start; i < end; i++) {
    const sign = signs[text2.charCodeAt(i)];
    if (sign === 0) continue;
    const c = text2[i];
    if (sign === BRACKET2 || sign === QUOTE) {
      const far = c === "(" ? FAR * 2 : FAR;
      const stop = indexWithin(text2, CLOSING[c] ?? QUOTES[c], i + 1, Math.min(end, i + far + 1));
      if (stop >= 0) {
        if (sign === BRACKET2) asides.push({ start: i, end: stop + 1 });
        else {
          const last2 = quotes.at(-1);
          const cited = last2 !== void 0 && MISWRITTEN.test(text2.slice(last2.end, i + 1));
          if (cited) last2.cited = true;
          quotes.push({ start: i + 1, end: stop, cited });
        }
        i = stop;
        if (asides.length + quotes.length >= MOST_PARTS) {
          closeClause(i + 1, "");
          closeSentence(i + 1);
        }
      }
    } else if (sign === CLAUSE) {
      if (!(isDigit2(text2[i - 1]) && isDigit2(text2[i + 1]))) closeClause(i, c);
      if (clauses.length >= MOST_PARTS) closeSentence(i + 1);
    } else {
      closeClause(i, c);
      let next = i + 1;
      while (next < end && isSpace(text2.charCodeAt(next))) next++;
      if (next >= end || text2[next] !== "(" || c === "\u3002" && !ownersFollow(text2, i + 1, end))
        closeSentence(i + 1);
    }
  }
  closeClause(end, "");
  closeSentence(end);
  return out;
}
function indexWithin(text2, mark, from, until) {
  const code = mark.charCodeAt(0);
  for (let i = from; i < until; i++) if (text2.charCodeAt(i) === code) return i;
  return -1;
}
function ownersFollow(text2, at2, end) {
  OWNERS_FOLLOW.lastIndex = at2;
  return OWNERS_FOLLOW.test(text2) && OWNERS_FOLLOW.lastIndex <= end;
}
var isSpace = (code) => code <= 32 ? code === 32 || code >= 9 && code <= 13 : code === 160 || code === 65279 || code === 5760 || code >= 8192 && code <= 8202 || code === 8232 || code === 8233 || code === 8239 || code === 8287 || code === 12288;
function isQuoted(sentence, start, end) {
  return isAside(sentence, start, end) || isInQuote(sentence, start, end);
}
function isInQuote({ quotes }, start, end) {
  for (let k = 0; k < quotes.length; k++) {
    const q = quotes[k];
    if (start >= q.start && end <= q.end && (q.cited || end - start < q.end - q.start)) return true;
  }
  return false;
}
var isDigit2 = (c) => c !== void 0 && c >= "0" && c <= "9";
function isAside({ asides }, start, end) {
  for (let k = 0; k < asides.length; k++) if (start >= asides[k].start && end <= asides[k].end) return true;
  return false;
}

// src/resolve/holders.ts
var MEDIA = /新媒体|公众号|微信|微博|账号|帐号|抖音|快手|视频号|头条|小程序|客户端|APP/i;
var SITE = /网站|门户|频道|栏目|专栏|子站|网页|站点|首页/;
function findHolders(text2, hits, sentence, place, kit2, ofMedia2 = false) {
  const accounts = findAccounts(text2, hits, sentence, place, kit2, ofMedia2);
  const taken = (start, end) => accounts.some((g) => g.holders.some((h) => h.kind === "account" && start >= h.start && end <= h.end));
  const units = findUnits(text2, hits, sentence.start, sentence.end, place, kit2).filter(
    (u) => !inAside(sentence, u) && !inTitle(text2, u) && !taken(u.start, u.end)
  );
  const groups = groupUnits(text2, units, sentence.start, sentence.end, place, kit2).map((g) => {
    const about = MEDIA.test(g.tail) ? "media" : SITE.test(g.tail) ? "site" : null;
    const holders = g.units.map(
      (unit) => ({ kind: "unit", start: unit.start, end: unit.end, unit, about })
    );
    const noun2 = nounOf(g.tail, kit2);
    return holderGroup(g, holders, about, noun2?.kind === "column" ? null : noun2?.subject ?? null);
  });
  const vague = findVague(text2, hits, sentence, kit2).filter(
    (v) => !groups.some((g) => g.start <= v.start && g.end >= v.end)
  );
  for (const v of vague)
    for (const g of groups) if (g.start >= v.start && g.end <= v.end) g.holders.length = 0;
  const sites = findSites(text2, sentence, groups);
  accountsInBrackets(text2, accounts, groups);
  ownersBehind(text2, hits, sentence, accounts, groups, place, kit2);
  const bracketed = findBracketed(text2, hits, sentence, [...accounts, ...groups], place, kit2);
  const all2 = [
    ...accounts,
    ...groups.filter((g) => g.holders.length > 0),
    ...vague,
    ...sites,
    ...bracketed
  ].sort((a, b) => a.start - b.start);
  return all2.filter((_, k) => !isSecondary(text2, all2, k));
}
var OPENED = /\((?:如|例如|比如|其中|涉及|主要是|分别为|分别是|包括|即|为)?[::]?$/;
var CLOSED2 = /^(?:\([^()]{1,30}\))?(?:等?(?:\d{1,3}|[一二两三四五六七八九十]{1,3})?[个家]?)?\)/;
function accountsInBrackets(text2, accounts, groups) {
  for (const [k, first] of accounts.entries()) {
    const start = firstOf(first);
    const lead = OPENED.exec(text2.slice(Math.max(0, start - 8), start));
    if (!lead) continue;
    let last2 = k;
    while (last2 + 1 < accounts.length && /^[、,;和及与]$/.test(text2.slice(accounts[last2].end, firstOf(accounts[last2 + 1]))))
      last2++;
    if (!CLOSED2.test(text2.slice(accounts[last2].end, accounts[last2].end + 8))) continue;
    const bracket = start - lead[0].length;
    const named = groups.flatMap((g) => g.holders).find((h) => h.kind === "unit" && h.end === bracket);
    for (const g of accounts.slice(k, last2 + 1)) {
      g.bracketed = true;
      if (named?.kind === "unit") {
        for (const h of g.holders) if (h.kind === "account") h.owner ??= named.unit;
      }
    }
  }
}
function firstOf(group) {
  return Math.min(
    group.start,
    ...group.holders.map((h) => "owner" in h && h.owner ? h.owner.start : h.start)
  );
}
var BEHIND = /(?:(?:主管|主办|责任|开办|运维|开设)(?:单位|部门)?)?(?:分别|依次)?(?:为|是|由|系|属于?)$|(?:主管|主办|责任|开办|运维|开设)(?:单位|部门)[:]$/;
function ownersBehind(text2, hits, sentence, accounts, groups, place, kit2) {
  if (accounts.length === 0) return;
  const unowned = accounts.flatMap((g) => g.holders).filter((h) => h.kind === "account" && !h.owner);
  if (unowned.length === 0) return;
  const last2 = Math.max(...unowned.map((h) => h.end));
  const inAsides = sentence.asides.filter((a) => a.start >= last2 && text2[a.start] === "(").flatMap((a) => {
    const units2 = findUnits(text2, hits, a.start + 1, a.end - 1, place, kit2);
    return groupUnits(text2, units2, a.start + 1, a.end - 1, place, kit2);
  });
  const behind = [...groups, ...inAsides].find(
    (g) => g.start >= last2 && ("units" in g ? g.units.length : g.holders.length) === unowned.length && BEHIND.test(text2.slice(Math.max(last2, g.start - 12), g.start))
  );
  if (!behind) return;
  const units = "units" in behind ? behind.units : behind.holders.flatMap((h) => h.kind === "unit" ? [h.unit] : []);
  if (units.length !== unowned.length) return;
  for (const [k, h] of unowned.entries()) if (h.kind === "account") h.owner = units[k];
  const at2 = groups.indexOf(behind);
  if (at2 >= 0) groups.splice(at2, 1);
}
var COUNTED2 = /等?\d{1,3}[个家](?:镇|乡|县|区|局|部门|单位|街道)?$/;
function findBracketed(text2, hits, sentence, known7, place, kit2) {
  return sentence.asides.flatMap((aside) => {
    if (text2[aside.start] !== "(" || known7.some(
      (g) => g.end === aside.start || g.holders.some((h) => h.end === aside.start || h.end === aside.end)
    ))
      return [];
    const inner = { start: aside.start + 1, end: aside.end - 1 };
    if (/^[^)]{0,8}[:]/.test(text2.slice(inner.start, inner.end)) || /\d/.test(text2.slice(inner.start, inner.end).replace(COUNTED2, "")))
      return [];
    const units = unitsIn(text2, hits, inner, place, kit2);
    if (units.length === 0) return [];
    const holders = units.map(
      (unit) => ({ kind: "unit", start: unit.start, end: unit.end, unit, about: null })
    );
    return [holderGroup(aside, holders, null, null, true)];
  });
}
var WHOSE = /(?:主体|注册人|运营者|所有者|登记人|名称)(?:却|仍|还|均|都|竟)?(?:是|为|系|显示为?|写成)[^,。;:]{0,6}$/;
var HELD = /^[^,。;]{0,8}(?:所载|相差|不一致|不符|不相符|对不上|有出入|不统一|矛盾|不同步|打架)/;
var KEPT = /^(?:门户)?网站(?:中|上|内)?(?:由(?!于)|“[^”]{1,14}”\([^()]{2,14}[局委办厅镇乡会处院])/;
var SUBORDINATE = /^(?:的)?(?:下属|所属|直属|下辖|下设|管辖)(?:的)?$/;
function isSecondary(text2, all2, k) {
  const group = all2[k];
  const owns = (unit) => all2.some(
    (o) => o.holders.some((h) => h.kind === "account" && h.owner !== null && h.owner.start === unit.start)
  );
  if (group.holders.some((h) => h.kind === "unit" && owns(h.unit))) return true;
  const next = all2[k + 1];
  if (next && SUBORDINATE.test(text2.slice(group.end, next.start))) return true;
  if (text2[firstOf(group) - 1] === "\u5411") return true;
  if (text2[firstOf(group) - 1] === "\u5230" && /^[^,。;]{0,4}(?:备案|报备|登记|申请|审批)/.test(text2.slice(group.end, group.end + 8)))
    return true;
  if (/[与和同跟]/.test(text2[firstOf(group) - 1] ?? "") && HELD.test(text2.slice(group.end, group.end + 14)))
    return true;
  if (group.about === "site" && group.holders.length === 1 && KEPT.test(text2.slice(group.end, group.end + 24)))
    return true;
  if (k === 0) return WHOSE.test(text2.slice(Math.max(0, group.start - 14), group.start));
  const before = text2.slice(all2[k - 1].end, group.start);
  if (/(?:^|[,;。:])与(?:该|本|其)?[市县区乡镇局委办厅]?$/.test(before) && /^[^,。;]{0,20}(?:重复|雷同|相同|一致|相近|相似|不符|同为|一样)/.test(
    text2.slice(group.end, group.end + 26)
  ))
    return true;
  if (/[,;。:]/.test(before)) return WHOSE.test(before);
  if (WHOSE.test(before)) return true;
  if (/(?:仍|还|却|依然|依旧)(?:是|为)[^,。;]{0,8}$|(?:写成|显示为|登记为|误为|写作|认证为)$/.test(before))
    return true;
  if (/[对向与同跟]$/.test(before) && !/^[和与及、]$/.test(before)) return true;
  return group.holders.every((h) => h.kind === "vague") && !/[、和及与]\s*$/.test(before) && before.length <= 12;
}
function inAside(sentence, unit) {
  return isAside(sentence, unit.start, unit.end);
}
function inTitle(text2, unit) {
  if (text2[unit.start - 1] === "\u201C" && ITS_SITE.test(text2.slice(unit.end, unit.end + 12))) return false;
  return text2[unit.start - 1] === "\u300A" || text2[unit.start - 1] === "\u201C" || (text2[unit.end] === "\u201D" || text2[unit.end] === "\u300B") && /[“《][^”》]*$/.test(text2.slice(Math.max(0, unit.start - 20), unit.start));
}
var ITS_SITE = /^(?:”(?:政府|部门|官方)?(?:门户)?(?:网站|官网)|(?:政府|部门|官方)?(?:门户)?(?:网站|官网|网)”)/;
var nouns = /* @__PURE__ */ new WeakMap();
var MOST_SUBJECTS = 4096;
var LONGEST_REMEMBERED = 12;
var subjectOf = (words2, kit2) => nounOf(words2, kit2)?.subject ?? null;
function nounOf(words2, kit2) {
  if (words2 === "") return null;
  if (words2.length > LONGEST_REMEMBERED) return lastNoun(words2, kit2);
  let known7 = nouns.get(kit2);
  if (!known7) nouns.set(kit2, known7 = /* @__PURE__ */ new Map());
  let noun2 = known7.get(words2);
  if (noun2 === void 0) {
    if (known7.size >= MOST_SUBJECTS) known7.clear();
    known7.set(words2, noun2 = lastNoun(words2, kit2));
  }
  return noun2;
}
function lastNoun(words2, kit2) {
  let best = null;
  for (const row of kit2.tables.subjects) {
    if (!words2.includes(row.word) || /^其[他它余]$/.test(row.word)) continue;
    const at2 = words2.lastIndexOf(row.word);
    if (!best || at2 + row.word.length > best.at + best.length || at2 + row.word.length === best.at + best.length && row.word.length > best.length)
      best = { row, length: row.word.length, at: at2 };
  }
  return best?.row ?? null;
}
function findVague(text2, hits, sentence, kit2) {
  const out = [];
  const quantifiers = hits.longest("quantifier", sentence.start, sentence.end);
  const nouns2 = quantifiers.length > 0 ? hits.longest("vague-noun", sentence.start, sentence.end) : [];
  for (const q of quantifiers) {
    if (out.at(-1) && q.start < out.at(-1).end) continue;
    if (/^(?:各|全部|所有|其他|其余|几个|多个)$/.test(text2.slice(q.start, q.end)) && !/^.{0,6}(?:单位|部门|乡镇|账号|网站)/.test(text2.slice(q.end, q.end + 10)))
      continue;
    if (isAside(sentence, q.start, q.end)) continue;
    let end = -1;
    let from = q.end;
    let part = false;
    for (const n of nouns2) {
      if (n.start < from) continue;
      const gap = text2.slice(from, n.start);
      if (gap.length > (end < 0 ? 4 : 2) || /[,。;:“]/.test(gap) || end > 0 && !/^(?:的|和|及|、|政府|门户|责任|主办)?$/.test(gap))
        break;
      if (gap === "\u7684" && end > 0) break;
      end = n.end;
      from = n.end;
      part = n.entry.part;
    }
    if (end < 0) continue;
    const written = text2.slice(q.start, end);
    const about = MEDIA.test(written) ? "media" : SITE.test(written) ? "site" : null;
    const holder = { kind: "vague", start: q.start, end, text: written, part, about };
    out.push(holderGroup(holder, [holder], about, subjectOf(written, kit2)));
  }
  const words2 = text2.slice(sentence.start, sentence.end);
  if (out.length === 0 && words2.includes("\u6211"))
    for (const m of words2.matchAll(/我[省市县区州旗盟](?:政府)?(?:门户)?(?:网站|新媒体|政务新媒体)?/g)) {
      const start = sentence.start + m.index;
      const about = MEDIA.test(m[0]) ? "media" : SITE.test(m[0]) ? "site" : null;
      const said = m[0].slice(0, 2);
      const holder = { kind: "vague", start, end: start + 2, text: said, part: false, about };
      out.push(holderGroup({ start, end: start + m[0].length }, [holder], about, subjectOf(m[0], kit2)));
      break;
    }
  return out;
}
function findSites(text2, sentence, groups) {
  const out = [];
  for (const g of groups) {
    const last2 = g.holders.at(-1);
    if (last2?.kind !== "unit" || g.end >= sentence.end) continue;
    const m = /^(?:的|主办的)?[“"]?([\u4e00-\u9fff]{2,10}网)[”"]?(?![站络民上页址友格点易])/.exec(
      text2.slice(g.end, Math.min(sentence.end, g.end + 16))
    );
    if (!m || /^(?:政府|门户|部门)?网$|[的了未不在有]|政府网$|政务服务网$/.test(m[1])) continue;
    const start = g.end + m[0].indexOf(m[1]);
    g.holders[g.holders.length - 1] = {
      kind: "site",
      start: last2.start,
      end: start + m[1].length,
      name: m[1],
      owner: last2.unit,
      about: "site"
    };
    g.about = "site";
    g.subject = "website";
    g.end = start + m[1].length;
  }
  for (const { start, end } of sentence.quotes) {
    const name = text2.slice(start, end);
    if (!SITE_NAME.test(name) || NO_SITE.test(name) || !END_OF_SITE.test(text2.slice(end, end + 6))) continue;
    if (groups.some((g) => g.start < end && g.end > start)) continue;
    const site = { kind: "site", start, end, name, owner: null, about: "site" };
    out.push(holderGroup({ start, end: end + 1 }, [site], "site", "website"));
  }
  return out;
}
var SITE_NAME = /^[\u4e00-\u9fff]{3,12}网$/;
var NO_SITE = /^(?:互联|中国政府|新华|人民|央视|光明|中新|局域|政务外|政务内|电子政务)网$|[的了未不在有]|政务服务网$|一张网$/;
var END_OF_SITE = /^[”"](?:网站|等|[,。;:(、和及]|$)/;

// src/records/contract.ts
var SCHEMA_VERSION = "1.1.0";
var PLATFORMS = [
  "wechat",
  "weibo",
  "douyin",
  "kuaishou",
  "toutiao",
  "video_channel",
  "app",
  "mini_program",
  "other_media"
];
var SUBJECTS = [
  "website",
  "column",
  "new_media",
  ...PLATFORMS,
  "disclosure",
  "service",
  "message",
  "data",
  "article"
];
var MEASURES = [
  "total",
  "checked",
  "qualified",
  "unqualified",
  "pass_rate",
  "coverage_rate",
  "score",
  "rank",
  "closed",
  "registered",
  "problems_found",
  "problems_fixed",
  "fix_rate",
  "received",
  "handled",
  "handling_rate",
  "published",
  "adopted",
  "open_datasets",
  "other"
];

// src/records/subject-family.ts
var platforms = new Set(PLATFORMS);
var isPlatform = (subject) => platforms.has(subject);
var isMedia = (subject) => subject !== null && (subject === "new_media" || isPlatform(subject));
var isSiteOrMedia = (subject) => subject === "website" || subject === "column" || isMedia(subject);
function platformIn(words2, kit2) {
  let rest = words2.replace(/“[^“”]*”/g, "\u201C\u201D");
  let only = null;
  for (let noun2 = nounOf(rest, kit2); noun2; noun2 = nounOf(rest, kit2)) {
    rest = rest.slice(0, rest.lastIndexOf(noun2.word));
    if (noun2.kind !== "platform" || noun2.subject === only) continue;
    if (only !== null || noun2.word.startsWith("\u5176")) return null;
    only = noun2.subject;
  }
  return only;
}
var LEAD = 200;
function inspected({ outline, text: text2, hits }, subject) {
  if (subject !== "disclosure") return subject;
  const { start, end } = outline.title ?? { start: outline.body.start, end: outline.body.start + LEAD };
  const named = hits.longest("subject", start, Math.min(end, text2.length)).map(({ entry }) => entry.row);
  return named.some((row) => row.kind === "site") && !named.some((row) => row.kind === "disclosure") ? "website" : subject;
}

// src/records/area-rate.ts
var BY_ANOTHER = /(?:省|自治区|市|州|盟|国务院|国家)[^,。;，；]{1,14}(?:抽查|抽检|检查|测评|考评|看)了?(?:我|本)[省市县区盟州旗]|上级抽查|抽查我[省市县区盟州旗]|我[省市县区盟州旗]被抽/;
var AGAIN = /再次|复查|复核|复检|回头看|整改后|重新检查|第[二三四五六]轮/;
function areaRate(reading, subject, metrics) {
  const rates = metrics.filter((m) => m.measure === "pass_rate" && m.about === null);
  for (const family of familiesOf(subject)) {
    const told2 = rates.filter((m) => m.subject === family);
    const own = told2.length === 0 && family === "new_media" ? ofOnePlatform(rates) : told2;
    const again = own.findLast((m, k) => k > 0 && AGAIN.test(sentenceBefore(reading, m)));
    const rate = again ?? own.find((m) => !BY_ANOTHER.test(sentenceBefore(reading, m))) ?? own[0];
    if (rate) return rate.value;
  }
  return null;
}
function ofOnePlatform(rates) {
  const media = rates.filter((m) => isMedia(m.subject));
  return media.every((m) => m.subject === media[0].subject) ? media : [];
}
function familiesOf(subject) {
  if (isMedia(subject)) return ["new_media"];
  return subject === "column" ? ["column", "website"] : subject === "website" ? ["website"] : [];
}
function sentenceBefore(reading, metric) {
  const { text: text2 } = reading.source;
  const end = metric.evidence[0].start;
  return text2.slice(
    Math.max(text2.lastIndexOf("\u3002", end - 1) + 1, text2.lastIndexOf("\uFF1B", end - 1) + 1, end - 80),
    end
  );
}

// src/records/reading.ts
function evidenceOf(reading, start, end, where) {
  const at2 = reading.normalized.map.toSource(start, end);
  const quote = reading.source.text.slice(at2.start, at2.end);
  const origin = reading.source.originOf?.(at2.start);
  if (!origin) return { start: at2.start, end: at2.end, quote, where };
  const shown3 = shownOrigin(origin);
  return { start: at2.start, end: at2.end, quote, where: shown3 ? `${where} (${shown3})` : where, origin };
}
function shownOrigin({ file: file2, page, sheet, cell }) {
  const place = sheet && cell ? `${sheet}!${cell}` : cell ?? sheet;
  return [file2, page === void 0 ? void 0 : `\u7B2C${page}\u9875`, place].filter(Boolean).join(" ");
}
function stateOf(reading, start, end, implied2 = false) {
  if (reading.normalized.repairs.some((r) => r.start < end && r.end > start)) return "repaired";
  return implied2 ? "implied" : "stated";
}
function mentionsIn(reading, kind, start, end) {
  const { mentions } = reading;
  const out = [];
  for (let i = firstFrom(mentions, start); i < mentions.length && mentions[i].start < end; i++)
    if (mentions[i].kind === kind && mentions[i].end <= end) out.push(mentions[i]);
  return out;
}
var places = /* @__PURE__ */ new WeakMap();
function whereOf(passage) {
  let where = places.get(passage);
  if (where === void 0) places.set(passage, where = pathOf(passage));
  return where;
}
function pathOf(passage) {
  let path = "";
  for (const { marker } of passage.path) path += bareMark(marker);
  const annex = passage.annex > 0 ? `\u9644\u4EF6${passage.annex}` : "";
  return [annex, path].filter(Boolean).join(" ") || "\u6B63\u6587";
}
var bareMarks = /* @__PURE__ */ new Map();
var MOST_MARKS = 1024;
function bareMark(marker) {
  let bare2 = bareMarks.get(marker);
  if (bare2 !== void 0) return bare2;
  bare2 = marker.replace(/[、.\s]{1,9}$/, "");
  if (marker.length > 12) return bare2;
  if (bareMarks.size >= MOST_MARKS) bareMarks.clear();
  bareMarks.set(marker, bare2);
  return bare2;
}
var numbers = /* @__PURE__ */ new WeakMap();
function numberOf({ outline: { grids } }, grid) {
  let known7 = numbers.get(grids);
  if (!known7) {
    numbers.set(grids, known7 = /* @__PURE__ */ new Map());
    const counts = /* @__PURE__ */ new Map();
    for (const g of grids) {
      const n = (counts.get(g.annex) ?? 0) + 1;
      counts.set(g.annex, n);
      known7.set(g, n);
    }
  }
  return known7.get(grid) ?? 0;
}
function whereInTable(reading, grid, row) {
  const n = numberOf(reading, grid);
  return `${grid.annex > 0 ? `\u9644\u4EF6${grid.annex} ` : ""}table ${n} row ${row + 1}`;
}

// src/records/checks/check.ts
function problem(code, severity, message, expected, actual, evidence) {
  return {
    code,
    severity,
    message,
    expected: expected === null ? null : String(expected),
    actual: actual === null ? null : String(actual),
    evidence
  };
}

// src/records/checks/attachment-missing.ts
var attachmentMissing = ({ reading }) => reading.outline.attachments.filter((a) => !a.found).map(
  (a) => problem(
    "attachment_missing",
    "warning",
    `\u9644\u4EF6\xAB${a.title}\xBB\u4E0D\u5728\u6587\u4E2D (announced, not in the text)`,
    a.title,
    null,
    [evidenceOf(reading, a.start, a.end, "\u9644\u4EF6")]
  )
);

// src/records/checks/deadline-date.ts
var REPOSTED_DAYS = 60;
var deadlineDate = ({ header, deadlines }) => {
  const issued = header.issued?.value;
  const published = header.published?.value;
  const reposted = issued && published && daysBetween(issued, published) > REPOSTED_DAYS;
  const own = issued ?? published;
  const late = published && !reposted ? published : "";
  return deadlines.filter(
    (d) => own !== void 0 && d.due !== null && d.kind === "absolute" && (d.due <= own || d.due < late)
  ).map(
    (d) => problem(
      "deadline_not_after_publication",
      "warning",
      `\u671F\u9650 ${d.due} \u4E0D\u665A\u4E8E\u6210\u6587\u6216\u53D1\u5E03\u65E5\u671F ${own} (due on or before the notice's own date)`,
      `> ${own}`,
      d.due,
      d.evidence
    )
  );
};

// src/records/checks/doc-number.ts
var INCOMPLETE2 = /[\u4e00-\u9fff]{2,6}(?:〔\s{0,9}〕|(?<=[发函字办文])(?:\(\)|\[\]|【】))\s{0,9}\d{0,9}\s{0,9}号|[\u4e00-\u9fff]{2,6}〔\d{4}〕\s{0,9}号/g;
var docNumber2 = ({ reading }) => (
  // Few texts have one, and the whole pattern has to be tried at every Han character.
  /(?:〔\s{0,9}〕|\(\)|\[\]|【】)\s{0,9}\d{0,9}\s{0,9}号|〔\d{4}〕\s{0,9}号/.test(reading.text) ? [...reading.text.matchAll(INCOMPLETE2)].map(
    (m) => problem(
      "doc_number_incomplete",
      "warning",
      `\u6587\u53F7\xAB${m[0]}\xBB\u4E0D\u5B8C\u6574 (incomplete document number)`,
      null,
      m[0],
      [evidenceOf(reading, m.index, m.index + m[0].length, "\u6B63\u6587")]
    )
  ) : []
);

// src/records/figures/about.ts
function readAbout(reading, sentence, clauseStart, figure, groups, draft, aside, last2) {
  const { text: text2, place } = reading;
  if (aside) {
    const owner = groups.flatMap((g) => g.units).find((u) => u.end === aside.start);
    if (owner && figure.start - aside.start <= 4) draft.about = owner.written;
    else if (last2 && aside.start === last2.figure.end) draft.about = last2.about;
    return;
  }
  const candidates = groups.filter(
    (g) => g.end <= figure.start && (g.start >= clauseStart || g.start >= sentence.start && g.end === clauseStart - 1 && SINGLED.test(text2.slice(sentence.start, g.start)) || draft.figure.kind === "rate" && /^[,、]?\s*(?:为|达|是|仅|只有|低至|高达|最[低高])/.test(text2.slice(clauseStart, figure.start)) && g.start >= sentence.start)
  );
  const group = candidates.at(-1);
  if (!group) {
    const counted = draft.figure.kind === "rate" && COUNTED3.exec(text2.slice(clauseStart, figure.start));
    if (counted) draft.about = counted[1];
    if (counted) return;
    const account = sentence.quotes.findLast(
      (q) => q.start > clauseStart && q.end < figure.start && ACCOUNT.test(text2.slice(q.end, figure.start))
    );
    if (account) draft.about = text2.slice(account.start, account.end);
    return;
  }
  const unit = group.units.at(-1);
  const own = /[我本]/.test(unit.written) || unit.kind === "government" && (unit.region === null || place.lineage.some((l) => l.code === unit.region?.code)) || unit.kind === "zone" && place.region !== null && place.region.name.endsWith(unit.written);
  if (own || ACTS.test(text2.slice(group.end, figure.start)) || // «市政府办公室抽查30个» says who looked, «原州区抽取30个» where.
  unit.region === null && LOOKS.test(text2.slice(group.end, figure.start)) || unit.kind === "department" && LOOKS.test(text2.slice(group.end, figure.start)))
    return;
  if (group.units.length > 1 && draft.figure.kind === "count") return;
  if (figure.kind === "count" && !/^(?:政府|门户|部门){0,3}(?:网站|新媒体|账号|公众号)?[^,。;]{0,12}$/.test(
    text2.slice(group.end, figure.start)
  ))
    return;
  draft.about = group.units.length === 1 ? unit.written : text2.slice(group.start, group.end);
}
var SINGLED = /(?:最|较|居|垫底|末位|靠[前后])[^,。;]{0,8}[是为]$/;
var COUNTED3 = /^(?:有|其中有?)?(\d{1,3}个(?:设区市|市州|盟市|县|市|区|州|旗|乡镇|街道|单位|部门)(?:\([市区州旗、]{1,5}\))?)(?:的?(?:政府|政务)?(?:网站|新媒体))?合格率[^,。;\d]{0,6}$/;
var ACCOUNT = /^”(?:政务|官方|微信|新浪|短视频){0,3}(?:[账帐]号|公众号|订阅号|服务号|微博|微信|抖音号?|快手号?|视频号|头条号|客户端|小程序)[^,。;、\d]{0,8}$/;
var ACTS = /从|组织|对|会同|委托|开展|通报|印发|要求|反馈/;
var LOOKS = /发现|抽查|检查(?!得分|评分|成绩|结果)|抽取/;
function scopeBefore(reading, clauseStart, figure) {
  const words2 = reading.text.slice(clauseStart, figure.start);
  const opening2 = /^\s*(?:其中|另外|此外)?[,:]?(?:(?:本次|共|此次)?(?:检查|抽查|抽取|监测)(?:了|涉及)?)?/.exec(words2)[0].length;
  const comma = words2.lastIndexOf("\u3001") + 1;
  const starts3 = /\d/.test(words2.slice(0, comma)) ? [comma, opening2] : [opening2];
  for (const from of starts3) {
    if (from !== opening2 && /检查|抽查|开展|组织|进行/.test(words2.slice(0, from))) continue;
    let end = scopeAt(reading, words2, from);
    for (let next = end; next > from; ) {
      end = next;
      const joint2 = /^(?:、|和|及|与|以及)/.exec(words2.slice(end));
      next = joint2 ? scopeAt(reading, words2, end + joint2[0].length) : from;
    }
    if (end > from && !/^(?:[和及与、)]|通报|反馈|指出|督查|转办|交办|[^,。;]{0,6}(?:指出|反馈|通报))/.test(words2.slice(end)))
      return words2.slice(from, end);
  }
  return null;
}
function scopeAt({ kit: kit2 }, words2, from) {
  for (const scope of scopesBy(kit2).get(words2.charCodeAt(from)) ?? NONE2)
    if (words2.startsWith(scope, from)) return from + scope.length;
  return from;
}
var NONE2 = [];
var scopes = /* @__PURE__ */ new WeakMap();
function scopesBy(kit2) {
  let known7 = scopes.get(kit2);
  if (known7) return known7;
  const by = /* @__PURE__ */ new Map();
  for (const scope of [...kit2.scopes].sort((a, b) => b.length - a.length)) {
    if (scope.length < 2 || scope.length > 12) continue;
    const list = by.get(scope.charCodeAt(0));
    if (list) list.push(scope);
    else by.set(scope.charCodeAt(0), [scope]);
  }
  scopes.set(kit2, known7 = by);
  return known7;
}
function aboutBefore(text2, sentence, clauseStart, figure, drafts) {
  const last2 = drafts.at(-1);
  if (!last2?.about || last2.paired || last2.figure.start >= clauseStart) return null;
  if (isAside(sentence, last2.figure.start, last2.figure.end)) return null;
  const other = drafts.at(-2);
  if (other?.about && other.about !== last2.about && text2.slice(other.figure.end, last2.figure.start).includes("\u3001"))
    return null;
  const between2 = text2.slice(last2.figure.end, clauseStart);
  const words2 = text2.slice(clauseStart, figure.start);
  const behind = words2.trim() === "" ? /^[^,。;]{0,4}/.exec(text2.slice(figure.end, figure.end + 4))[0] : "";
  const goesOn4 = GOES_ON.test(words2) || behind !== "" && GOES_ON.test(behind);
  return /^(?:[^,。;:、]{0,6}),$/.test(between2.replace(/\([^()]{0,60}\)/g, "")) && goesOn4 ? last2.about : null;
}
var GOES_ON = /^\s*(?:(?:位?居|位?列|排名?)(?:在)?全[省市县区州旗]|(?:其中)?(?:不合格|合格|未达标|达标|优秀|查出|发现|抽查|检查|抽取|按期|按时|回复|答复|办结|办理|整改|采用|排名|得分|注销|关停)[^,。;全总共均各]{0,6})$/;

// src/records/figures/draft.ts
var isPrimary = (row) => row.kind === "site" || row.kind === "media" || row.kind === "platform" || row.kind === "message" || row.kind === "data";
var INHERIT = /* @__PURE__ */ new Set([
  "total",
  "checked",
  "unqualified",
  "qualified",
  "registered",
  "closed"
]);

// src/records/figures/distribute.ts
function pairRespectively(text2, sentence, subjects, groups, drafts) {
  for (const match of matchesIn(
    text2.slice(sentence.start, sentence.end),
    /分别|依次|各(?=抽查|检查|有|为)|率[为达是]?(?=\d{1,3}(?:\.\d{1,3})?%[、和及与]\d)/g
  )) {
    const at2 = sentence.start + match.index;
    const run = [];
    for (const d of drafts) {
      if (d.figure.start < at2) continue;
      const from = run.at(-1)?.figure.end ?? at2;
      if (!/^[^,。;]{0,10}$|^\s*[、和及与]\s*$/.test(text2.slice(from, d.figure.start)) || run.length > 0 && d.figure.kind !== run[0].figure.kind)
        break;
      run.push(d);
    }
    if (run.length < 2) continue;
    const units = namesBefore(text2, sentence, groups, at2, run.length);
    const counted = lastCounted(drafts, at2, run.length);
    const nouns2 = lastNouns(subjects, sentence.start, at2, run.length);
    if (units && (!nouns2 || units.end > nouns2.at(-1).end))
      for (const [k, d] of run.entries()) d.about = units.names[k];
    else if (counted && (!nouns2 || counted.at(-1).figure.end >= nouns2[0].start))
      for (const [k, d] of run.entries())
        Object.assign(d, { subject: counted[k].subject, about: counted[k].about, paired: true });
    else if (nouns2)
      for (const [k, d] of run.entries())
        Object.assign(d, { subject: nouns2[k].entry.row.subject, about: null, paired: true });
    const before = drafts[drafts.indexOf(run[0]) - 1];
    const { measure: measure2, subject } = run.find((d) => d.claimed !== null) ?? (run[0].measure === null && before?.figure.kind === run[0].figure.kind ? before : run[0]);
    for (const d of run) {
      d.measure = measure2;
      d.subject ??= subject;
    }
  }
}
function namesBefore(text2, { clauses }, groups, at2, n) {
  const group = groups.findLast((g) => g.end <= at2 && g.units.length > 1);
  if (!group || /[。;]/.test(text2.slice(group.end, at2))) return null;
  if (group.units.length === n) return { names: group.units.map((u) => u.written), end: group.end };
  const clause = clauses.find((c) => c.start <= group.start && c.end > group.start);
  const names = clause ? text2.slice(clause.start, Math.min(at2, clause.end)).split(/[、和及与]/) : [];
  return names.length === n && names.every((name) => /^[\u4e00-\u9fff]{2,10}$/.test(name)) ? { names, end: at2 } : null;
}
function lastCounted(drafts, until, n) {
  const counts = drafts.filter((d) => d.figure.kind === "count" && d.figure.end <= until).slice(-n);
  const kinds = new Set(counts.map((d) => `${d.subject}|${d.about}`));
  return counts.length === n && kinds.size === n && counts.every((d) => d.subject !== null) ? counts : null;
}
function lastNouns(subjects, from, until, n) {
  const before = subjects.filter(
    (s) => s.start >= from && s.end <= until && (isPrimary(s.entry.row) || s.entry.row.subject === "column")
  );
  const distinct3 = before.filter(
    (s, k) => before.findIndex((o) => o.entry.row.subject === s.entry.row.subject) === k
  );
  return distinct3.length >= n ? distinct3.slice(-n) : null;
}
function measureBehind(text2, sentence, measures, drafts) {
  for (const d of [...drafts].reverse()) {
    if (d.measure !== null || d.about === null || d.figure.kind !== "rate") continue;
    const said = measures.find((m) => m.entry.row.figure === "percent" && m.start > d.figure.end);
    if (!said || !isAside(sentence, d.figure.start, d.figure.end)) continue;
    if (/^\)(?:、[^,。;]{1,14}\(\d{1,3}(?:\.\d{1,3})?%\)){0,20}等?[^,。;()]{0,10}$/.test(
      text2.slice(d.figure.end, said.start)
    ))
      Object.assign(d, { measure: said.entry.row.measure, claimed: said });
  }
}
function ofThoseNamed(text2, groups, drafts) {
  for (const d of [...drafts]) {
    if (d.figure.kind !== "rate" || d.about !== null) continue;
    const such = SUCH.exec(text2.slice(d.figure.end, d.figure.end + 24));
    if (!such) continue;
    const from = d.figure.end + such[0].length;
    const group = such[1] ? groups.find((g) => g.start === from) : void 0;
    drafts.splice(drafts.indexOf(d), 1, ...(group?.units ?? []).map((u) => ({ ...d, about: u.written })));
  }
}
var SUCH = /^(?:以上|以下)?的(?:县|市|区|州|旗|\([市区州旗县、]{1,5}\)|乡镇|街道|单位|部门|地区|网站|账号){0,4}(?:((?:有|为|是|分别是|分别为|包括):?|:)|共?有\d|共\d|占|予以|将|给予|,(?!较|比|同比|环比))/;
function judgedOf(text2, drafts) {
  for (const [k, d] of drafts.entries())
    if (d.measure === null && d.figure.kind === "count" && d.subject !== null && isSiteOrMedia(d.subject) && /^[^,。;、]{0,10}[中里],/.test(text2.slice(d.figure.end, d.figure.end + 14)) && drafts.slice(k + 1).some(
      (o) => o.subject === d.subject && /qualified/.test(o.measure ?? "") && o.figure.value.value <= d.figure.value.value
    ))
      d.measure = "checked";
}
function cameIn(text2, drafts) {
  if (drafts.some((d) => d.measure === "received")) return;
  for (const [k, d] of drafts.entries())
    if (d.measure === "handled" && d.subject === "message" && /^共?(?:办理|处理|处置)/.test(d.label ?? "") && (ALL_DONE.test(text2.slice(d.figure.end, d.figure.end + 24)) || drafts.slice(k + 1).some(
      (o) => o.measure === "handled" && o.subject === "message" && o.figure.value.value <= d.figure.value.value
    )))
      d.measure = "received";
}
var ALL_DONE = /^,(?:均|都|已|全部|件件|条条|封封){1,3}[^,。;\d]{0,12}(?:办结|办理完毕|处理完毕|答复|回复)/;
function summedUp(text2, drafts) {
  for (const [k, d] of drafts.entries()) {
    if (d.figure.kind !== "count" || !/(?:共|共计|合计|总计)$/.test(text2.slice(d.figure.start - 2, d.figure.start)))
      continue;
    let sum = 0;
    let from = k;
    while (from > 0 && drafts[from - 1].adjacent && isPlatform(drafts[from - 1].subject))
      sum += drafts[--from].figure.value.value;
    if (k - from < 2 || sum !== d.figure.value.value) continue;
    const last2 = d.subject;
    for (const o of drafts.slice(k))
      if (o === d || o.subject === last2 && !o.adjacent) o.subject = "new_media";
  }
}
function aheadOf(drafts) {
  for (const [k, d] of drafts.entries()) {
    const next = drafts[k + 1];
    if (d.measure === "coverage_rate" && d.claimed?.entry.row.side === "after" && next?.measure === "checked" && next.subject !== null && next.figure.start - d.figure.end < 24)
      d.subject = next.subject;
  }
}
function shareNoun(text2, drafts) {
  for (let k = drafts.length - 2; k >= 0; k--) {
    const d = drafts[k];
    const next = drafts[k + 1];
    if (d.subject !== null || d.figure.kind !== "count" || next.figure.kind !== "count" || next.subject === null)
      continue;
    if (d.about === null || next.about === null) continue;
    if (!/^、[^,。;、]{1,12}$/.test(text2.slice(d.figure.end, next.figure.start))) continue;
    d.subject = next.subject;
    d.measure ??= next.measure;
  }
}
function spreadRates(text2, sentence, subjects, drafts) {
  for (const d of [...drafts]) {
    if (d.figure.kind !== "rate" || d.measure !== "pass_rate" && d.measure !== "coverage_rate") continue;
    const counts = drafts.filter(
      (o) => o !== d && o.figure.end <= d.figure.start && o.figure.kind === "count" && o.subject && !isPlatform(o.subject) && (o.measure === "checked" || o.measure === "total")
    );
    const all2 = EVENLY.test(text2.slice(Math.max(sentence.start, d.figure.start - 6), d.figure.start));
    if (!all2 && !closesList(text2, d, counts)) continue;
    const named = new Set(counts.map((o) => o.subject));
    if (all2 && d.claimed)
      for (const s of listEndingAt(text2, sentence, subjects, d.claimed.start)) named.add(s);
    for (const subject of named)
      if (subject !== d.subject && (subject === "website" || subject === "new_media" || subject === "column"))
        drafts.push({ ...d, subject });
  }
}
var EVENLY = /(?:均|都|皆)(?:为|达|达到|是|实现)?(?:到)?\s*$/;
function closesList(text2, rate, counts) {
  const [one, other] = counts.slice(-2);
  return one !== void 0 && other !== void 0 && one.subject !== other.subject && one.measure === other.measure && one.about === null && other.about === null && /^(?:、|和|及|与|以及)[^,。;、]{1,12}$/.test(text2.slice(one.figure.end, other.figure.start)) && /^,(?:抽查|检查|监测|总体|平均){0,2}(?:比例|覆盖率|合格率|抽查率|检查率)(?:达到?|均|为|是){0,2}$/.test(
    text2.slice(other.figure.end, rate.figure.start)
  );
}
function listEndingAt(text2, sentence, subjects, at2) {
  const out = [];
  let end = at2;
  for (const s of [...subjects].reverse()) {
    if (s.start < sentence.start || s.end > end) continue;
    if (!(out.length ? /^(?:、|和|及|与|以及)$/ : /^的?(?:抽查|检查|总体)?$/).test(text2.slice(s.end, end)))
      break;
    out.push(s.entry.row.subject);
    end = s.start;
  }
  return out.length > 1 ? out : [];
}
function spreadAbout(text2, sentence, groups, drafts) {
  for (const d of [...drafts]) {
    const before = text2.slice(Math.max(sentence.start, d.figure.start - 8), d.figure.start);
    if (d.figure.kind === "count" && d.about === null && !d.paired && EACH.test(before)) {
      const counted = groups.findLast(
        (g) => g.units.length > 1 && g.end <= d.figure.start && /^各[^,。;]{0,6}$/.test(text2.slice(g.end, d.figure.start))
      );
      if (counted)
        drafts.splice(drafts.indexOf(d), 1, ...counted.units.map((u) => ({ ...d, about: u.written })));
      continue;
    }
    if (d.figure.kind !== "rate" || !ALL.test(before)) continue;
    const group = groups.find((g) => g.units.length > 1 && text2.slice(g.start, g.end) === d.about) ?? (d.about === null ? groups.findLast(
      (g) => g.units.length > 1 && g.end <= d.figure.start && !/[。;]/.test(text2.slice(g.end, d.figure.start))
    ) : void 0);
    if (group) drafts.splice(drafts.indexOf(d), 1, ...group.units.map((u) => ({ ...d, about: u.written })));
  }
}
var EACH = /各(?:抽|查|有|检)[^,。;]{0,3}$/;
var ALL = /(?:均|都|皆|全部)[^,。;]{0,6}$/;

// src/records/confidence.ts
var REASONS = {
  /** A row of a table names holder and problem, or holds the figure. */
  table_row: 0.95,
  /** The prose and a list say the same. */
  told_twice: 0.95,
  /** One sentence names the unit, its account and the problem. */
  unit_and_account: 0.95,
  due_date: 0.95,
  due_column: 0.9,
  /** A figure where figures are expected: the overview, an annex. */
  figure: 0.9,
  /** Holder and problem were brought together over one sentence or more of prose. */
  prose_once: 0.85,
  /** A figure among findings may belong to a finding. */
  among_findings: 0.85,
  /** A rate, score or number of problems in prose, whose subject stands elsewhere. */
  derived_subject: 0.85,
  implied: 0.8,
  /** No cue fits the words; they are like wordings of this category. */
  likely_category: 0.7,
  vague_holder: 0.7,
  no_day: 0.7,
  no_holder: 0.6,
  no_category: 0.5,
  spun_text: 0.3
};
var REASON_NAMES = Object.keys(REASONS);
function confidenceOf(...reasons) {
  const own = [];
  let confidence = Number.POSITIVE_INFINITY;
  for (const reason of reasons) {
    if (!reason) continue;
    own.push(reason);
    if (REASONS[reason] < confidence) confidence = REASONS[reason];
  }
  return { confidence, confidence_reasons: own };
}
function doubted2(value, reason) {
  return { ...value, ...confidenceOf(...value.confidence_reasons, reason) };
}

// src/resolve/category.ts
var GAP = 8;
function termsIn(text2, hits, start, end, skip) {
  const out = [];
  const until = hits.until("cue");
  for (let n = hits.from("cue", start); n < until; n++) {
    const from = hits.startOf(n);
    if (from >= end) break;
    const to = hits.endOf(n);
    if (to > end) continue;
    const { literals, opens: opens2 } = hits.entryOf(n).head;
    const { plain, gapped } = literals;
    const found2 = gapped.size > 0 ? findGapped(text2, gapped, opens2, to, end) : NOTHING;
    for (let k = 0; k < plain.length; k++) {
      const literal = plain[k];
      const stop = literal.rest.length === 0 ? to : withRest(text2, literal, 0, to, end);
      if (stop === null) continue;
      if (found2 !== NOTHING) found2.push({ literal, stop });
      else if (!skip(from, stop)) addTerms(literal, from, stop, out);
    }
    if (found2.length > 1) found2.sort((a, b) => a.literal.order - b.literal.order);
    for (let k = 0; k < found2.length; k++) {
      const { literal, stop } = found2[k];
      if (!skip(from, stop)) addTerms(literal, from, stop, out);
    }
  }
  return out;
}
var NOTHING = [];
function addTerms({ terms, weight }, start, end, out) {
  for (let k = 0; k < terms.length; k++) out.push({ term: terms[k], start, end, weight });
}
var BETWEEN = /[,;。:]|发现|出现|存在/;
function findGapped(text2, gapped, opens2, at2, end) {
  let found2 = NOTHING;
  let seen = null;
  let last2 = Math.min(end - 1, at2 + GAP);
  for (let i = at2; i <= last2; i++) {
    const c = text2.charCodeAt(i);
    const literals = opens2[c] === 0 ? void 0 : gapped.get(c);
    if (literals === void 0) continue;
    for (let k = 0; k < literals.length; k++) {
      const literal = literals[k];
      const part = literal.rest[0];
      if (!text2.startsWith(part, i)) continue;
      if (seen === null) {
        const barrier = BETWEEN.exec(text2.slice(at2, at2 + GAP));
        if (barrier) last2 = Math.min(last2, at2 + barrier.index + barrier[0].length - 1);
        if (i > last2) return NOTHING;
        seen = [literal];
      } else if (seen.includes(literal)) continue;
      else seen.push(literal);
      const stop = i + part.length > end ? null : withRest(text2, literal, 1, i + part.length, end);
      if (stop === null) continue;
      if (found2 === NOTHING) found2 = [];
      found2.push({ literal, stop });
    }
  }
  return found2;
}
function withRest(text2, { rest }, n, at2, end) {
  let stop = at2;
  for (let k = n; k < rest.length; k++) {
    const part = rest[k];
    if (part === "") {
      stop = Math.min(end, stop + GAP);
      continue;
    }
    const found2 = indexNear(text2, part, stop, GAP);
    if (found2 < 0 || found2 + part.length > end || BETWEEN.test(text2.slice(stop, found2))) return null;
    stop = found2 + part.length;
  }
  return stop;
}
function indexNear(text2, part, from, far) {
  const within = text2.slice(from, from + far + part.length).indexOf(part);
  return within < 0 ? -1 : from + within;
}
function classify(found2, governing, kit2) {
  const { isObject } = kit2.cues;
  if (!found2.some((hit) => !isObject[hit.term])) return [];
  const byTerm = /* @__PURE__ */ new Map();
  for (const hit of found2) {
    const list = byTerm.get(hit.term);
    if (list) list.push(hit);
    else byTerm.set(hit.term, [hit]);
  }
  const candidates = [];
  for (const term of byTerm.keys()) {
    if (isObject[term]) continue;
    for (const cue of kit2.cues.byTerm[term]) {
      if (!mayFit(cue, byTerm, governing, kit2) || candidates.some((c) => c.cue === cue)) continue;
      const candidate = candidateOf(cue, byTerm, governing, kit2);
      if (candidate) candidates.push(candidate);
    }
  }
  if (candidates.length > 1) candidates.sort((a, b) => b.halves - a.halves || a.cue.order - b.cue.order);
  const taken = [];
  const out = [];
  let ofNoun = false;
  for (const c of candidates) {
    if (out.some((o) => o.category === c.cue.category)) continue;
    const isUpdate = c.cue.category.startsWith("update.");
    if (isUpdate && ofNoun && c.objects.length === 0) continue;
    const states = statesOf(c, byTerm, taken);
    if (states === null) continue;
    const own = [...states, ...c.objects];
    taken.push(...states);
    ofNoun ||= isUpdate && c.objects.length > 0;
    out.push({
      category: c.cue.category,
      cue: c.cue,
      likely: null,
      stated: Math.min(...states.map((h) => h.start)),
      start: Math.min(...own.map((h) => h.start)),
      end: Math.max(...own.map((h) => h.end))
    });
  }
  const told2 = ofNoun ? out.filter((o) => !o.category.startsWith("disclosure.")) : out;
  return told2.sort((a, b) => a.start - b.start);
}
function candidateOf(cue, byTerm, governing, kit2) {
  const { isObject } = kit2.cues;
  let halves = 0;
  const states = [];
  const objects = [];
  for (const t2 of cue.terms) {
    if (t2.about) {
      if (governing.about !== t2.about) return null;
      halves += t2.about === "media" ? 5 : 3;
      continue;
    }
    const noun2 = isObject[t2.id];
    const hit = longestOf(byTerm.get(t2.id));
    if (hit && !(noun2 && isInState(hit, t2, cue, byTerm, isObject))) {
      halves += hit.weight * 2;
      if (noun2) objects.push(hit);
      else states.push(t2.id);
    } else if ((t2.governed || noun2) && governing.terms.has(t2.id))
      halves += governing.near?.has(t2.id) === false ? 3 : 5;
    else return null;
  }
  return states.length === 0 ? null : { cue, halves, states, objects };
}
function isInState(hit, term, { terms }, byTerm, isObject) {
  for (const o of terms)
    if (o.id >= 0 && o !== term && !isObject[o.id] && insideAll(hit, byTerm.get(o.id))) return true;
  return false;
}
function statesOf(c, byTerm, taken) {
  const states = [];
  for (const term of c.states) {
    const free = byTerm.get(term).filter((h) => !taken.some((t2) => h.start < t2.end && h.end > t2.start));
    const state = stateOf2(free, c.objects);
    if (state === void 0) return null;
    states.push(state);
  }
  return states;
}
function mayFit(cue, byTerm, governing, kit2) {
  for (const t2 of cue.terms)
    if (t2.about) {
      if (governing.about !== t2.about) return false;
    } else if (!byTerm.has(t2.id) && !((t2.governed || kit2.cues.isObject[t2.id]) && governing.terms.has(t2.id)))
      return false;
  return true;
}
function insideAll(object2, states) {
  const state = longestOf(states);
  return state !== void 0 && state.end - state.start === state.weight && object2.start >= state.start && object2.end <= state.end;
}
function stateOf2(hits, objects) {
  if (hits.length < 2 || objects.length === 0) return longestOf(hits);
  const worth = (h) => {
    const gaps = objects.map((o) => h.start >= o.end ? h.start - o.end : Math.max(0, o.start - h.end) + 2);
    return h.weight - Math.min(...gaps) * 0.3;
  };
  let best;
  for (const h of hits) if (!best || worth(h) > worth(best)) best = h;
  return best;
}
function longestOf(hits) {
  let best;
  for (const h of hits ?? []) if (!best || h.weight > best.weight) best = h;
  return best;
}

// src/records/figures/measure.ts
function whole(text2, hit, end) {
  let at2 = hit.end;
  for (const part of hit.entry.rest) {
    const found2 = indexNear(text2, part, at2, 16);
    if (found2 < 0 || found2 + part.length > end || /[,;。:]/.test(text2.slice(at2, found2))) return null;
    at2 = found2 + part.length;
  }
  return at2 === hit.end ? hit : { ...hit, end: at2 };
}
function readMeasure(text2, sentence, clause, figure, measures, drafts, draft, inAside2) {
  const kind = figure.kind === "count" ? "count" : figure.kind === "rate" ? "percent" : figure.kind === "score" ? "points" : "rank";
  if (kind === "rank") {
    draft.measure = "rank";
    return;
  }
  const bare2 = figure.kind === "count" && figure.value.counter === null;
  const usable = measures.filter(
    (m) => (m.entry.row.figure === kind || bare2 && m.entry.row.figure === "points") && !/^[率员]/.test(kind === "count" ? text2.slice(m.end, m.end + 1) : "")
  );
  const floor = kind === "percent" ? Math.max(sentence.start, clause.start - 30) : clause.start;
  const previousEnd = Math.max(floor, ...drafts.map((d) => d.figure.end).filter((e) => e <= figure.start));
  const free = usable.filter(
    (m) => !drafts.some((d) => d.claimed && m.start < d.claimed.end && m.end > d.claimed.start)
  );
  const after2 = kind === "count" || kind === "percent" ? nearestAfter(text2, figure, free) : void 0;
  const before = nearestBefore(free, figure, kind === "percent" ? floor : previousEnd);
  const breakdown = kind === "count" && draft.subject ? headOf(sentence, figure, drafts, inAside2) : void 0;
  const ofOther = breakdown !== void 0 && isPlatform(draft.subject) && draft.subject !== breakdown.subject;
  const judged2 = after2 && /qualified/.test(after2.entry.row.measure) && !ofOther;
  const ownWord = before && isStrong(before, figure) && /^(?:checked|(?:un)?qualified|closed|problems_)/.test(before.entry.row.measure);
  if (breakdown && !judged2 && !ownWord && isPart(text2, breakdown, figure, draft)) {
    draft.measure = breakdown.measure;
    draft.part = true;
    if (!ofOther) draft.about = scopeOf(text2, sentence, figure);
    return;
  }
  if (/^占/.test(before?.entry.row.word ?? "") && /unqualified|problems/.test(drafts.at(-1)?.measure ?? "")) {
    Object.assign(draft, { measure: "other", label: "\u4E0D\u5408\u683C\u5360\u6BD4", claimed: before });
    return;
  }
  if (before?.entry.row.word === "\u5360" && !drafts.some((d) => d.measure === "checked")) return;
  const closer = judged2 && after2.start === figure.end && before !== void 0 && !TOUCHES.test(text2.slice(before.end, figure.start));
  const counted = before?.entry.row.word === "\u5171\u6709" && /checked|qualified/.test(after2?.entry.row.measure ?? "");
  const chosen = kind === "count" && after2 && (closer || counted || !(before && isStrong(before, figure))) ? after2 : before ?? after2;
  if (chosen) {
    const { measure: measure2, subject } = chosen.entry.row;
    draft.claimed = chosen;
    if (chosen.entry.row.word === "\u6BD4\u4F8B" && isDrawn(text2, drafts.at(-1), figure)) {
      draft.measure = "coverage_rate";
      draft.label = "\u6BD4\u4F8B";
      draft.subject ??= drafts.at(-1).subject;
      return;
    }
    const summed = /^(?:共计|合计|总计|共)$/.test(chosen.entry.row.word) ? drafts.findLast((d) => d.measure && INHERIT.has(d.measure)) : void 0;
    draft.measure = summed?.measure ?? measure2;
    draft.label = labelOf(text2, chosen);
    if (draft.adjacent && draft.subject !== "website" && draft.subject !== "article" || subject === "message" && drafts.some((d) => d.subject === "disclosure" && d.measure === "received")) {
    } else if (subject === "message" || subject === "data" || subject === "disclosure" || subject === "article" && (draft.subject === null || draft.subject === "website"))
      draft.subject = subject;
    else if (subject && measure2 !== "published" && measure2 !== "adopted") draft.subject ??= subject;
    return;
  }
  if (kind === "count") {
    const neighbour = drafts.at(-1);
    if (inAside2 && neighbour?.about && neighbour.measure && draft.figure.kind === "count") {
      Object.assign(draft, { measure: neighbour.measure, label: neighbour.label, subject: neighbour.subject });
      return;
    }
    const head = headOf(sentence, figure, drafts, inAside2);
    const since = head ? text2.slice(head.figure.end, figure.start) : "";
    if (head && (inAside2 || /[、(:]|其中|和|及/.test(since)) && !/。|;/.test(since))
      draft.measure = head.measure;
  }
}
function headOf(sentence, figure, drafts, inAside2) {
  return [...drafts].reverse().find(
    (d) => d.measure && !d.part && INHERIT.has(d.measure) && d.figure.kind === "count" && (inAside2 || !isAside(sentence, d.figure.start, d.figure.end)) && d.figure.end <= figure.start
  );
}
function isPart(text2, head, figure, draft) {
  const since = text2.slice(head.figure.end, figure.start);
  const platform = isPlatform(draft.subject) && draft.subject !== head.subject;
  const between2 = platform ? since.replace(/^[^。;]*[。;](?=\s*(?:其中|(?:按|分|从)平台|按类型|计有))/, ",") : since;
  if (/[。;]/.test(between2)) return false;
  const listed3 = /其中|\(|包括|分别|包含|计有|平台分|[:]|有(?=[^,]{2,12}$)|、/.test(between2);
  if (platform) return listed3 || /^[^,]{0,12},/.test(between2);
  return draft.subject === head.subject && /其中|分别为|包括|包含|[:(]/.test(between2) && !/检查|抽查|抽取|合格|否决|发现|监测|巡查/.test(between2) && figure.value.value <= head.figure.value.value;
}
var TOUCHES = /^(?:[了为是有达共的数量仅只:])*$/;
function scopeOf(text2, sentence, figure) {
  const words2 = /(?:[^、,:(;。]|\([市区州旗县、]{1,5}\)){1,40}$/.exec(text2.slice(Math.max(sentence.start, figure.start - 40), figure.start))?.[0].replace(/^(?:其中|包括|分别为|有|和|及|含|由)/, "").replace(/(?:共|有|为)$/, "");
  return words2 && tight(words2) || null;
}
function isStrong(hit, figure) {
  return figure.start - hit.end <= 6;
}
function nearestBefore(measures, figure, floor) {
  let best;
  for (const m of measures) {
    if (m.entry.row.side !== "before" || m.end > figure.start || m.start < floor) continue;
    if (!best || m.end > best.end || m.end === best.end && m.start < best.start) best = m;
  }
  for (const m of measures)
    if (best && m.entry.row.side === "before" && m.start >= floor && m.end <= best.end && best.end - m.end <= 1 && m.end - m.start > best.end - best.start)
      best = m;
  return best;
}
function nearestAfter(text2, figure, measures) {
  let best;
  for (const m of measures) {
    if (m.entry.row.side !== "after" || m.start < figure.end || m.start - figure.end > 160) continue;
    const between2 = text2.slice(figure.end, m.start).replace(/\([^()]*\)/g, "");
    if (/[。;,:]/.test(between2) || /(?:无|未|没有|不存在)[^,。;]{0,4}$/.test(between2)) continue;
    if (/^(?:的|有|为)?\s*\d/.test(text2.slice(m.end, m.end + 4))) continue;
    if (/\d/.test(between2) && !/检查/.test(m.entry.row.word)) continue;
    if (between2.replace(/[、\d个家]/g, "").length > 16) continue;
    if (!best || m.start < best.start || m.start === best.start && m.end > best.end) best = m;
  }
  return best;
}
var isDrawn = (text2, last2, figure) => last2?.measure === "checked" || last2?.measure === "total" && /抽查|抽检|检查|监测/.test(text2.slice(last2.figure.end, figure.start));
function labelOf(text2, hit) {
  const word = hit.entry.row.word;
  if (word !== "\u7387" && hit.entry.row.measure !== "other") return word;
  let start = hit.start;
  while (start > 0 && hit.end - start < 10 && /[\u4e00-\u9fff]/.test(text2[start - 1]) && !/[的为了是在和及,]/.test(text2[start - 1]))
    start--;
  return text2.slice(start, hit.end);
}
function listMeasure(text2, sentence, figure, measures) {
  const head = sentence.clauses.findLast((c) => c.stop === ":" && c.end < figure.start);
  if (!head || /[^、,\u4e00-\u9fff\d()]/.test(text2.slice(head.end + 1, figure.start))) return null;
  const said = measures.findLast(
    (m) => m.start >= head.start && m.end <= head.end && m.entry.row.figure === "count"
  );
  return said && /^(?:情况|数量|个数|数|的)?(?:分别)?(?:如下|为|是)?$/.test(text2.slice(said.end, head.end)) ? said.entry.row.measure : null;
}
var DRAWN = /^[^,。;\d]{0,14}(?:中|里)(?:的\d|(?:随机|分层|按比例)?(?:抽|选|检查|监测)[^,。;\d]{0,8}\d)/;
var NOUN_ALONE = /^(?:目前|现|其中)?(?:[全我本][省市县区州旗级])?(?:政府|政务|部门|门户){0,2}(?:网站|新媒体)(?:账号)?\d{1,9}[个家][(]$/;
var SCOPED = /^(?:目前|现)?[全我本][省市县区州旗级][\u4e00-\u9fff]{2,8}\d{1,9}[个家],(?:随机)?(?:抽|检|监)/;
var ALONE = /^[^,。;、\d]{0,24}共\d{1,9}[个家]$/;
function fallbackMeasure(reading, sentence, clauseStart, d) {
  if (d.figure.kind !== "count" || d.about !== null || d.subject === null || !isSiteOrMedia(d.subject) || !/^[个家]$/.test(d.figure.value.counter ?? ""))
    return null;
  const { text: text2 } = reading;
  if (DRAWN.test(text2.slice(d.figure.end, Math.min(sentence.end, d.figure.end + 40)))) return "total";
  if (d.adjacent && SCOPED.test(text2.slice(clauseStart, d.figure.end + 3))) return "total";
  if (NOUN_ALONE.test(text2.slice(clauseStart, d.figure.end + 1))) return "total";
  if (isPlatform(d.subject)) return ALONE.test(text2.slice(sentence.start, d.figure.end)) ? "total" : null;
  if (/^[^,。;]{0,8}(?:中|当中|里)(?:,|$|[^,。;]{0,2}(?:有|,))/.test(
    text2.slice(d.figure.end, d.figure.end + 14)
  ))
    return null;
  const behind = text2.slice(d.figure.end, Math.min(sentence.end, d.figure.end + 16));
  const around2 = text2.slice(Math.max(clauseStart, d.figure.start - 24), d.figure.end) + behind.replace(/,.*$/, "");
  if (/未|问题|超|逾|不(?!合格|达标|落|漏)/.test(around2)) return "problems_found";
  if (/(?:共|有|设|现有|下设|现|共设|保留|管理|监管|运维)[^,。;:、]{0,14}$/.test(
    text2.slice(Math.max(sentence.start, d.figure.start - 18), d.figure.start)
  ))
    return "total";
  return /^[^,。;]{0,12}(?:全[省市县区州旗]|我[省市县区州旗]|截至|目前|共)[^,。;]{0,20}$/.test(
    text2.slice(Math.max(sentence.start, text2.lastIndexOf(",", d.figure.start) + 1), d.figure.start)
  ) ? "total" : null;
}

// src/records/figures/full-coverage.ts
var ALL_HANDLED = /^,(?:现|目前|当前|截至目前)?(?:已|均|都|全部|按期|按时|及时|在规定(?:时限|时间|期限)内){1,5}(?:办结|答复|回复|办理完毕|处理完毕)(?![率量数\d])/;
function allHandled(reading, passage, drafts) {
  if (drafts.some((d) => d.measure === "handled")) return [];
  return drafts.flatMap((d) => {
    if (d.measure !== "received" || d.subject !== "message" || d.about !== null) return [];
    const said = ALL_HANDLED.exec(reading.text.slice(d.figure.end, d.figure.end + 40));
    if (!said || !/[均都]|全部/.test(said[0])) return [];
    return [
      {
        subject: d.subject,
        measure: "handled",
        operator: "=",
        value: d.figure.value.value,
        unit: "count",
        about: null,
        as_of: null,
        change: null,
        label: null,
        raw: d.figure.value.raw,
        state: "implied",
        ...confidenceOf("implied"),
        evidence: [evidenceOf(reading, d.figure.start, d.figure.end + said[0].length, whereOf(passage))]
      }
    ];
  });
}
function fullCoverage(reading, passage, sentence, drafts) {
  const { text: text2 } = reading;
  const said = reading.hits.within("measure", sentence.start, sentence.end).flatMap((m) => m.entry.row.figure === "all" ? whole(text2, m, sentence.end) ?? [] : [])[0];
  if (!said) return [];
  const end = said.start;
  const out = [];
  for (const d of drafts) {
    if (d.figure.kind !== "count" || d.part || d.subject === null || d.about !== null || isPlatform(d.subject) && drafts.some((o) => o.subject !== d.subject))
      continue;
    if (d.figure.end > end && !/^[^,。;\d]{0,16}$/.test(text2.slice(said.end, d.figure.start))) continue;
    if (d.measure !== "checked" && d.measure !== "total") continue;
    if (d.figure.end <= end && /[。;]/.test(text2.slice(d.figure.end, end))) continue;
    const evidence = [
      evidenceOf(
        reading,
        Math.min(d.figure.start, said.start),
        Math.max(d.figure.end, said.end),
        whereOf(passage)
      )
    ];
    const base = {
      subject: d.subject,
      operator: "=",
      about: null,
      as_of: null,
      change: null,
      label: null,
      state: "implied",
      ...confidenceOf("implied"),
      evidence
    };
    if (d.measure === "total")
      out.push({
        ...base,
        measure: "checked",
        value: d.figure.value.value,
        unit: "count",
        raw: d.figure.value.raw
      });
    out.push({ ...base, measure: "coverage_rate", value: 100, unit: "percent", raw: "100" });
  }
  return out;
}

// src/resolve/time-anchor.ts
function resolveCalendar(c, anchor, toward) {
  const base = anchor.date ? Number(anchor.date.slice(0, 4)) : anchor.year;
  let year = c.year === void 0 ? void 0 : c.year < 100 ? 2e3 + c.year : c.year;
  if (c.yearOffset !== void 0 && base !== null) year = base + c.yearOffset;
  const implied2 = year === void 0 || c.yearOffset !== void 0;
  const month = c.monthOffset === void 0 ? c.month : monthOfNotice(anchor, c.monthOffset)?.month;
  const quarter = c.quarterOffset === void 0 ? c.quarter : quarterOfNotice(anchor, c.quarterOffset);
  if (year === void 0 && c.monthOffset !== void 0) year = monthOfNotice(anchor, c.monthOffset)?.year;
  if (year === void 0 && base !== null)
    year = yearFor(
      month ?? (quarter ? quarter * 3 - 2 : c.half === 2 ? 7 : void 0),
      c.day,
      base,
      anchor,
      toward
    );
  if (year === void 0) return null;
  const range = rangeIn(year, month ?? c.month, quarter ?? c.quarter, c);
  return range && {
    start: range.start,
    end: range.end,
    implied: implied2 || c.quarterOffset !== void 0 || c.monthOffset !== void 0
  };
}
function rangeIn(year, month, quarter, c) {
  const { day } = c;
  if (month !== void 0) {
    if (day !== void 0) {
      const last2 = c.dayTo ?? day;
      return isRealDate(year, month, day) && isRealDate(year, month, last2) ? { start: isoDate(year, month, day), end: isoDate(year, month, last2) } : null;
    }
    const until = c.monthTo ?? month;
    const end = daysInMonth(year, until);
    if (c.tenDays)
      return {
        start: isoDate(year, month, [1, 11, 21][c.tenDays - 1]),
        end: isoDate(year, month, c.tenDays === 3 ? end : c.tenDays * 10)
      };
    if (c.edge === "start") return { start: isoDate(year, month, 1), end: isoDate(year, month, 10) };
    return { start: isoDate(year, month, c.edge === "end" ? end : 1), end: isoDate(year, until, end) };
  }
  if (quarter !== void 0) {
    const until = (c.quarterTo ?? quarter) * 3;
    const end = isoDate(year, until, daysInMonth(year, until));
    return { start: c.edge === "end" ? end : isoDate(year, quarter * 3 - 2, 1), end };
  }
  if (c.half)
    return c.half === 1 ? { start: `${year}-01-01`, end: `${year}-06-30` } : { start: `${year}-07-01`, end: `${year}-12-31` };
  if (day !== void 0) return null;
  return {
    start: c.edge === "end" ? `${year}-12-31` : `${year}-01-01`,
    end: c.edge === "start" ? `${year}-01-31` : `${year}-12-31`
  };
}
function yearFor(month, day, base, anchor, toward) {
  if (month === void 0 || !anchor.date) return anchor.year ?? base;
  const own = Number(anchor.date.slice(5, 7));
  if (toward === "past")
    return month > own || month === own && (day ?? 1) > Number(anchor.date.slice(8)) ? month - own >= 1 && month - own <= 1 && day === void 0 ? base : base - 1 : base;
  return own - month > 6 ? base + 1 : base;
}
function monthOfNotice(anchor, offset) {
  if (!anchor.date) return null;
  const n = Number(anchor.date.slice(0, 4)) * 12 + Number(anchor.date.slice(5, 7)) - 1 + offset;
  return { year: Math.floor(n / 12), month: n % 12 + 1 };
}
function quarterOfNotice(anchor, offset) {
  const own = anchor.quarter ?? (anchor.date ? Math.ceil(Number(anchor.date.slice(5, 7)) / 3) : void 0);
  return own === void 0 ? void 0 : (own - 1 + offset + 4) % 4 + 1;
}

// src/records/figures/change.ts
function asOf(reading, sentence, until) {
  for (const t2 of mentionsIn(reading, "time", sentence.start, until).reverse()) {
    if (!/(?:截至|截止|截止到|至|到)\s*$/.test(
      reading.text.slice(Math.max(sentence.start, t2.start - 4), t2.start)
    ))
      continue;
    const range = t2.value.from ? resolveCalendar(t2.value.from, reading.anchor, "past") : null;
    if (range) return range.end;
  }
  return null;
}
var CHANGE = /^[,、(]?\s{0,9}(?:(较|比|同比|环比|与)([^,。;\d]{0,14}?))?(?:相比)?,?(提升|提高|上升|增长|增加|净增|多|下降|减少|降低|回落|下滑|压减|扣减|缩减|精简|净减|少)(?:了|约)?\s{0,9}/;
function changeOf(reading, sentence, figure) {
  const { text: text2 } = reading;
  const rest = text2.slice(figure.end, sentence.end);
  const level = LEVEL.exec(rest);
  if (level)
    return { value: 0, unit: figure.kind === "count" ? "count" : "percent", against: againstOf(level[1]) };
  const m = CHANGE.exec(rest);
  if (!m) return changeBefore(reading, sentence, figure);
  const at2 = figure.end + m[0].length;
  const next = reading.mentions[firstFrom(reading.mentions, at2 - 1)];
  if (!next || next.start > at2 + 2 || next.kind !== "rate" && next.kind !== "count" && next.kind !== "score")
    return null;
  const sign = FALL.test(m[3]) ? -1 : 1;
  return {
    value: sign * next.value.value,
    unit: unitOf2(next),
    against: againstOf(`${m[1] === "\u4E0E" ? "" : m[1] ?? ""}${m[2] ?? ""}`)
  };
}
var LEVEL = /^,?\s{0,4}((?:较|比|与|同比|环比)[^,。;\d]{0,10}?)(?:基本)?持平/;
var FALL = /下降|减少|降低|回落|下滑|压减|扣减|缩减|精简|净减|少/;
var RISEN = /(较|比|同比|环比)([^,。;\d]{0,14}?)(提升|提高|上升|增长|增加|下降|减少|降低|回落|下滑)(?:了|约)?\s{0,4}$/;
var unitOf2 = (m) => m.kind === "count" ? "count" : m.kind === "score" ? "points" : m.value.unit;
function changeBefore(reading, sentence, figure) {
  const { text: text2, mentions } = reading;
  const step = mentions[firstFrom(mentions, figure.start) - 1];
  if (step?.kind !== "rate" || step.start < sentence.start || !/^,?(?:达到?|为|至|升至|增至|降至)$/.test(text2.slice(step.end, figure.start).trim()))
    return null;
  const m = RISEN.exec(text2.slice(sentence.start, step.start));
  return m ? {
    value: (FALL.test(m[3]) ? -1 : 1) * step.value.value,
    unit: unitOf2(step),
    against: againstOf(m[1] + m[2])
  } : null;
}
function againstOf(words2) {
  if (/同比|去年同期|上年同期/.test(words2)) return "same_period_last_year";
  if (/上个?季度|上一季度|环比|[一二三四]季度/.test(words2)) return "previous_quarter";
  if (/上个?月/.test(words2)) return "previous_month";
  if (/上次|上期|上轮/.test(words2)) return "previous_round";
  return words2 ? tight(words2) : "previous_period";
}

// src/records/figures/metric.ts
var DEFAULT_UNIT = { count: "count", rate: "percent", score: "points", rank: "rank" };
function toMetric(reading, passage, sentence, d, previousPeriod) {
  const { figure } = d;
  const { measure: measure2 } = d;
  let { subject } = d;
  if (measure2 === null || subject === null) return [];
  if (figure.kind === "count" && !makesSense(measure2, subject, reading.topic)) return [];
  if (figure.kind === "count" && STOCK.has(measure2) && !d.part && (passage.role === "problems" || d.about !== null) && /未|没有|无法|超|不|错|空|逾/.test(restOfClause(reading.text, sentence, figure)))
    return [];
  if (previousPeriod && !["rank", "score", "problems_fixed", "fix_rate"].includes(measure2)) return [];
  if (measure2 === "pass_rate" && isPlatform(subject) && !d.paired && !OF_PLATFORM.test(reading.text.slice(Math.max(sentence.start, figure.start - 14), figure.start)) && !d.ofPlatform)
    subject = "new_media";
  const value = figure.value;
  const { confidence, confidence_reasons } = confidenceOf(
    d.about === null && DERIVED.has(measure2) && "derived_subject",
    passage.role === "problems" && "among_findings",
    "figure"
  );
  return [
    {
      subject,
      measure: measure2,
      value: value.value,
      unit: measure2 === "score" ? "points" : DEFAULT_UNIT[figure.kind],
      operator: "operator" in value ? value.operator : "=",
      about: d.about,
      as_of: asOf(reading, sentence, figure.start),
      change: changeOf(reading, sentence, figure),
      label: measure2 === "other" || measure2 === "problems_found" ? d.label ?? tight(reading.text.slice(Math.max(sentence.start, figure.start - 8), figure.end)) : null,
      raw: value.raw,
      state: stateOf(reading, figure.start, figure.end),
      confidence,
      confidence_reasons,
      evidence: [evidenceOf(reading, figure.start, figure.end, whereOf(passage))]
    }
  ];
}
var OF_PLATFORM = /公众号|微博|抖音|微信|快手|视频号|头条|小程序|客户端/;
var DERIVED = /* @__PURE__ */ new Set(["pass_rate", "score", "problems_found", "other"]);
var STOCK = /* @__PURE__ */ new Set(["total", "received", "handled", "published", "closed", "registered", "other"]);
function restOfClause(text2, sentence, figure) {
  return /^[^,。;]*/.exec(text2.slice(figure.end, sentence.end))[0];
}
function makesSense(measure2, subject, topic) {
  if (subject === "disclosure" && topic === "disclosure") return true;
  if (["checked", "qualified", "unqualified", "total", "registered", "closed"].includes(measure2))
    return isSiteOrMedia(subject);
  if (measure2 === "received" || measure2 === "handled")
    return subject === "message" || subject === "disclosure";
  if (measure2 === "published" || measure2 === "adopted")
    return subject === "article" || subject === "disclosure" || isSiteOrMedia(subject);
  return true;
}

// src/records/figures/previous.ts
var BEFORE = /^[^,。;]{0,8}(?<![由从比较与同])(?:上季度|上一季度|上年|去年|上月|上次|上期)/;
var BEFORE_NEXT = /^(?:而|但)?(?:上季度|上一季度|上年|去年|上月|上次|上期)/;
var NOW = /^[^,。;]{0,4}(?:本季度|本次|此次|这次|本轮|本月|本期|本年|今年|目前)/;
function previousClauses(reading, sentence) {
  const { text: text2 } = reading;
  let before = isPrevious(reading, sentence) || BEFORE.test(text2.slice(sentence.start, sentence.end));
  return sentence.clauses.filter((clause, k) => {
    if (k === 0) return before;
    const words2 = text2.slice(clause.start, clause.end);
    before = BEFORE_NEXT.test(words2) || before && !NOW.test(words2);
    return before;
  });
}
function isPrevious(reading, sentence) {
  const { period, anchor, text: text2 } = reading;
  const time = mentionsIn(reading, "time", sentence.start, sentence.end)[0];
  if (!period || !time?.value.from || tight(text2.slice(sentence.start, time.start)).length > 4) return false;
  const { from } = time.value;
  const own = /#(\d+)$/.exec(period.label);
  if (from.round !== void 0 && from.year === void 0 && own) return from.round < Number(own[1]);
  if (from.quarter === void 0 && from.half === void 0 && from.quarterOffset === void 0 && !(from.year !== void 0 && from.month === void 0) && !(from.month !== void 0 && from.day === void 0))
    return false;
  const range = resolveCalendar(from, anchor, "past");
  return range !== null && range.end < period.start;
}

// src/records/figures/skipped.ts
var REQUIRED = /(?:不低于|不少于|确保|力争|要求|不得|必须|应当?(?![检查])|需|至少|原则上|每(?:日|天|周|月|季度|季|年))[^,。;]{0,14}$/;
var BY_RULE = /按照?[^,。;]{0,14}的?(?:要求|比例|标准|原则),?(?:随机|共|从中|分层)?(?:抽取|抽查|抽检|检查|监测)了?$/;
var COUNTERS = /* @__PURE__ */ new Set([
  "\u4E2A",
  "\u5BB6",
  "\u6761",
  "\u4EF6",
  "\u6B21",
  "\u7BC7",
  "\u4EFD",
  "\u9879",
  "\u5904",
  "\u4EBA",
  "\u8D77",
  "\u5C01",
  "\u5B97",
  "\u4F8B",
  "\u6237",
  "\u5BB6\u6B21",
  "\u4E2A\u6B21",
  "\u6761\u6B21",
  "\u4EF6\u6B21",
  null
]);
var NEAR = 24;
function skips(text2, sentence, figure) {
  const before = text2.slice(sentence.start, figure.start);
  const near = before.slice(-NEAR);
  const after2 = text2.slice(figure.end, figure.end + 8);
  if (figure.kind === "count") {
    if (!/\d/.test(figure.value.raw) && figure.value.value < 10) return true;
    if (!COUNTERS.has(figure.value.counter) || figure.value.to !== null) return true;
    if (figure.value.counter === null && figure.value.value >= 1e7) return true;
    if (figure.value.counter === null && (!/^[,、。;)]|^$/.test(after2.trim()) || figure.value.operator !== "=" || /[第\-—~至.]$/.test(near) || /[\d.]$/.test(near)))
      return true;
    if (figure.value.counter === "\u6B21" || figure.value.counter === "\u5904" && !/问题[^,。;]{0,4}$|(?:整改|修复|改正)(?:了)?$/.test(near) || figure.value.counter === "\u4EBA" || figure.value.counter === "\u6237")
      return true;
    if (/^(?:工作日|月|小时|季度|百分点)/.test(after2) || /(?:第|近|每|前|后|超过|连续|逾|附[件表图])$/.test(near))
      return true;
    if (/(?:等|前)$/.test(near) && /^(?:单位|部门|网站|县|市|乡|镇)/.test(after2)) return true;
  }
  if (figure.kind === "score" && /(?:满分|总分为?|含加分|加分|扣|基准分|低于|高于|以上|不足)[^,。;]{0,4}$/.test(near))
    return true;
  if (figure.kind === "rate" && (figure.value.unit === "points_of_percent" || /(?:提升|提高|上升|增长|增加|下降|减少|降低|回落|下滑)(?:了|约|近)?\s*$/.test(before)))
    return true;
  if (/(?:由|从)[^,。;]{0,14}$/.test(near) && /^(?:上?升|提升|提高|增加?|增长|下?降|回落|回升|下滑|跌|减少)(?:至|到|为)/.test(after2))
    return true;
  if (/^(?:以上|及以上)?的[,判一]/.test(after2) && "operator" in figure.value && figure.value.operator !== "=")
    return true;
  if (figure.kind === "score" && /以[上下]$/.test(text2.slice(figure.start, figure.end))) return true;
  if (figure.kind !== "rank" && /不[低少]于/.test(text2.slice(figure.start, figure.end))) return true;
  if (figure.kind === "count" && (figure.value.operator === "<" || figure.value.operator === ">")) return true;
  if (figure.kind === "rank" && figure.value.top) return true;
  if (figure.kind === "rank" && !figure.value.certain && !/(?:排名|列|居|位)[^,。;]{0,8}$/.test(near))
    return true;
  const clauseBefore = before.slice(Math.max(before.lastIndexOf(","), before.lastIndexOf("\u3002")) + 1);
  return REQUIRED.test(clauseBefore) && !BY_RULE.test(clauseBefore) && !/合格率[^,。;]{0,4}$/.test(clauseBefore);
}

// src/records/figures/subject.ts
function topicOf(hits, { title }) {
  if (!title) return null;
  const families = new Set(
    hits.longest("subject", title.start, title.end).filter(({ entry: { row } }) => isPrimary(row) || row.kind === "disclosure").map(({ entry: { row } }) => row.kind === "platform" ? "new_media" : row.subject)
  );
  return families.size === 1 ? [...families][0] : null;
}
function headingSubject(reading, passage) {
  for (const h of [...passage.path].reverse()) {
    const subjects = reading.hits.longest("subject", h.start, h.end).filter((s) => isPrimary(s.entry.row));
    const families = new Set(
      subjects.map((s) => s.entry.row.kind === "platform" ? "new_media" : s.entry.row.subject)
    );
    if (families.size === 1) return [...families][0];
  }
  return null;
}
function readSubject(reading, sentence, clauseStart, figure, subjects, drafts, carried, draft) {
  const { text: text2 } = reading;
  const usable = subjects.filter(
    (s) => !/^其[他它余]$/.test(s.entry.row.word) || drafts.some((d) => d.subject !== null && isPlatform(d.subject)) && /^\s*(?:(?:共|有|为)\s*)?$/.test(text2.slice(s.end, figure.start))
  );
  if (figure.kind === "count") {
    const right = usable.find((s) => s.start >= figure.end && s.start - figure.end <= 10);
    const between2 = right ? text2.slice(figure.end, right.start) : "";
    const own = right && between2.includes("\u3001") && (right.entry.row.kind === "platform" || /^[^,。;、]{0,6}\d/.test(text2.slice(right.end, right.end + 8)));
    if (right && !own && !/[,。;:()\d]/.test(between2) && noun(text2, right)) {
      draft.subject = jointSubject(text2, usable, right);
      draft.adjacent = true;
      return;
    }
  }
  const left = [...usable].reverse().find(
    (s) => s.end <= figure.start && figure.start - s.end <= 12 && !/[,。;:)]/.test(text2.slice(s.end, figure.start))
  );
  if (left && !drafts.some((d) => d.figure.start > left.end)) {
    draft.subject = jointSubject(text2, usable, left);
    draft.adjacent = true;
    return;
  }
  const inClause = [...usable].reverse().find(
    (s) => s.end <= figure.start && s.start >= clauseStart && isPrimary(s.entry.row) && s.entry.row.kind !== "platform" && !isAside(sentence, s.start, s.end)
  );
  const inSentence = [...usable].reverse().find(
    (s) => s.end <= figure.start && isPrimary(s.entry.row) && s.entry.row.kind !== "platform" && !isAside(sentence, s.start, s.end)
  );
  const graded = figure.kind === "score" || figure.kind === "rank";
  const previous = [...drafts].reverse().find(
    (d) => d.subject !== null && !(graded && d.subject === "article") && d.about === null && (!isPlatform(d.subject) || !d.part && (d.measure !== null || d.adjacent))
  );
  if (figure.kind === "count" && /^(?:设区市|市州|盟市|[县市区州旗盟](?![级直属本政]))/.test(text2.slice(figure.end, figure.end + 3)))
    return;
  const anyInClause = usable.findLast(
    (s) => s.end <= figure.start && s.start >= clauseStart && !isAside(sentence, s.start, s.end)
  );
  const last2 = drafts.at(-1);
  draft.subject = inClause?.entry.row.subject ?? (previous && (!inSentence || previous.figure.start > inSentence.start) ? previous.subject : null) ?? inSentence?.entry.row.subject ?? (figure.kind === "rate" ? anyInClause?.entry.row.subject : null) ?? (last2?.claimed && !last2.part ? last2.subject : null) ?? carried?.subject ?? null;
}
function jointSubject(text2, subjects, noun2) {
  const joins3 = (a, b) => isPlatform(b.entry.row.subject) && a.entry.row.subject !== b.entry.row.subject && /^(?:、|和|及|与)$/.test(text2.slice(a.end, b.start));
  return isPlatform(noun2.entry.row.subject) && subjects.some(
    (s) => joins3(s, noun2) && isPlatform(s.entry.row.subject) || joins3(noun2, s) && !/^\d/.test(text2.slice(s.end))
  ) ? "new_media" : noun2.entry.row.subject;
}
function noun(text2, hit) {
  return !/^(?:员|系统|中心|报送|化|主管|主办|责任|管理员|标识)/.test(text2.slice(hit.end, hit.end + 3));
}

// src/records/figures/prose-metrics.ts
var MOST_FIGURES = 1e3;
var PARTS = /^\s*(?:其中|(?:按|分|从)平台(?:分|划分|看|统计|类型分)?|按类型分|计有)/;
var SKIPPED = /* @__PURE__ */ new Set(["requirements", "criteria"]);
var readsFigures = (passage) => !SKIPPED.has(passage.role) && passage.annex === 0;
function overfull(reading) {
  if (reading.mentions.length <= MOST_FIGURES) return [];
  return reading.outline.passages.filter(readsFigures).flatMap(
    (passage) => [...sentences(reading.text, passage.start, passage.end)].flatMap((sentence) => {
      const figures = figuresIn(reading, sentence).length;
      return figures > MOST_FIGURES ? [{ sentence, figures }] : [];
    })
  );
}
var NAME = /^\s*(?:网站名称|账号名称|单位名称|部门名称|被检单位|责任单位|主办单位|地区|单位|部门|县区|市州|乡镇)[:]([^,;。:\d]{2,24})[;,]?\s*$/;
function namedIn(text2, sentence, named) {
  const words2 = text2.slice(sentence.start, sentence.end);
  const about = NAME.exec(words2)?.[1];
  const goesOn4 = /;\s{0,2}$/.test(words2) ? sentence.end : -1;
  if (about) return { about: tight(about), end: goesOn4 };
  return named && named.end === sentence.start ? { ...named, end: goesOn4 } : null;
}
function proseMetrics(reading) {
  const out = [];
  for (const passage of reading.outline.passages) {
    if (!readsFigures(passage)) continue;
    const heading = headingSubject(reading, passage) ?? reading.topic;
    let carried = heading && { subject: heading, end: -1 };
    let before = [];
    let named = null;
    for (const sentence of sentences(reading.text, passage.start, passage.end)) {
      const made2 = sentenceMetrics(reading, passage, sentence, carried, before);
      named = namedIn(reading.text, sentence, named);
      for (const m of made2.metrics) out.push(named && m.about === null ? { ...m, about: named.about } : m);
      before = made2.drafts;
      carried = made2.subject ?? carried;
    }
  }
  return out;
}
function figuresIn({ mentions }, sentence) {
  const figures = [];
  for (let i = firstFrom(mentions, sentence.start); i < mentions.length && mentions[i].start < sentence.end; i++) {
    const m = mentions[i];
    if (m.end <= sentence.end && m.kind !== "time" && m.kind !== "doc_number") figures.push(m);
  }
  return figures;
}
function sentenceMetrics(reading, passage, sentence, carried, before) {
  const { text: text2, hits, kit: kit2, place } = reading;
  const figures = figuresIn(reading, sentence);
  if (figures.length > MOST_FIGURES) return { metrics: [], subject: null, drafts: [] };
  const subjects = hits.longest("subject", sentence.start, sentence.end).filter((h) => !isInQuote(sentence, h.start, h.end));
  const lastSubject = [...subjects].reverse().find(
    (s) => isPrimary(s.entry.row) && s.entry.row.kind !== "platform" && !isAside(sentence, s.start, s.end)
  );
  const next = lastSubject ? { subject: lastSubject.entry.row.subject, end: lastSubject.end } : null;
  if (figures.length === 0) return { metrics: [], subject: next, drafts: [] };
  const measures = hits.within("measure", sentence.start, sentence.end).filter(
    (m) => !isInQuote(sentence, m.start, m.end) && !/^(?:系统|平台|中心|机制|工作)/.test(text2.slice(m.end, m.end + 2))
  ).flatMap((m) => whole(text2, m, sentence.end) ?? []);
  const groups = groupUnits(
    text2,
    findUnits(text2, hits, sentence.start, sentence.end, place, kit2).filter(
      (u) => !isInQuote(sentence, u.start, u.end)
    ),
    sentence.start,
    sentence.end,
    place,
    kit2
  );
  const wholes = PARTS.test(text2.slice(sentence.start, sentence.end)) ? before : [];
  const drafts = [...wholes];
  const ofBefore = previousClauses(reading, sentence);
  for (const figure of figures) {
    if (skips(text2, sentence, figure)) continue;
    const draft = {
      figure,
      claimed: null,
      adjacent: false,
      paired: false,
      ofPlatform: drafts.length > 0 && drafts.every((d) => d.subject !== null && d.subject === drafts[0].subject && !d.part),
      part: false,
      subject: null,
      measure: null,
      label: null,
      about: null
    };
    const clause = labelledClause(sentence, figure);
    const aside = sentence.asides.find((a) => figure.start >= a.start && figure.end <= a.end);
    readSubject(reading, sentence, clause.start, figure, subjects, drafts, carried, draft);
    readMeasure(text2, sentence, clause, figure, measures, drafts, draft, aside !== void 0);
    if (draft.about === null)
      readAbout(reading, sentence, clause.start, figure, groups, draft, aside, drafts.at(-1));
    if (draft.about === null && !draft.part) draft.about = scopeBefore(reading, clause.start, figure);
    if (draft.about === null && !draft.part && !aside)
      draft.about = aboutBefore(text2, sentence, clause.start, figure, drafts);
    const last2 = drafts.at(-1);
    if (aside && draft.about !== null && draft.measure === null && last2?.figure.kind === figure.kind && last2.about !== null && isAside(sentence, last2.figure.start, last2.figure.end))
      Object.assign(draft, { measure: last2.measure, subject: last2.subject });
    if (figure.kind === "score" && draft.about !== null) draft.measure ??= "score";
    if (figure.kind === "count" && draft.about !== null && !aside)
      draft.measure ??= listMeasure(text2, sentence, figure, measures);
    draft.measure ??= fallbackMeasure(reading, sentence, clause.start, draft);
    drafts.push(draft);
  }
  drafts.splice(0, wholes.length);
  measureBehind(text2, sentence, measures, drafts);
  aheadOf(drafts);
  judgedOf(text2, drafts);
  cameIn(text2, drafts);
  summedUp(text2, drafts);
  shareNoun(text2, drafts);
  pairRespectively(text2, sentence, subjects, groups, drafts);
  spreadRates(text2, sentence, subjects, drafts);
  spreadAbout(text2, sentence, groups, drafts);
  ofThoseNamed(text2, groups, drafts);
  const metrics = drafts.flatMap((d) => toMetric(reading, passage, sentence, d, isIn(ofBefore, d.figure)));
  return {
    metrics: [
      ...metrics,
      ...fullCoverage(reading, passage, sentence, drafts),
      ...allHandled(reading, passage, drafts)
    ],
    subject: next ?? soleSubject(drafts),
    drafts
  };
}
function soleSubject(drafts) {
  const [first] = drafts;
  return first?.subject && first.measure && drafts.every((d) => d.subject === first.subject && !d.part) ? { subject: first.subject, end: first.figure.end } : null;
}
function labelledClause(sentence, figure) {
  const at2 = sentence.clauses.findIndex((c) => figure.start >= c.start && figure.end <= c.end);
  const [own, label] = [sentence.clauses[at2], sentence.clauses[at2 - 1]];
  if (!own) return sentence;
  return label?.stop === ":" && figure.start - own.start <= 2 && label.end - label.start <= 10 ? { start: label.start, end: own.end } : own;
}
var isIn = (spans, { start }) => spans.some((s) => start >= s.start && start < s.end);
function unique(metrics) {
  const seen = /* @__PURE__ */ new Map();
  const places3 = /* @__PURE__ */ new Set();
  for (const m of metrics) {
    const key = `${m.subject}|${m.measure}|${m.value}|${m.about ?? ""}`;
    const known7 = seen.get(key);
    const placeOf3 = ({ start }) => `${key}|${start}`;
    const again = places3.has(placeOf3(m.evidence[0]));
    for (const e of m.evidence) places3.add(placeOf3(e));
    if (!known7) seen.set(key, m);
    else if (known7.state === "implied" && m.state === "stated")
      seen.set(key, { ...m, evidence: [...m.evidence, ...known7.evidence] });
    else if (!again) known7.evidence.push(...m.evidence);
  }
  return [...seen.values()];
}

// src/records/checks/figures-unread.ts
var SHOWN = 60;
var figuresUnread = ({ reading }) => overfull(reading).map(
  ({ sentence, figures }) => problem(
    "figures_unread",
    "warning",
    `\u4E00\u53E5\u4E2D\u6709 ${figures} \u4E2A\u6570\u5B57,\u8D85\u8FC7 ${MOST_FIGURES} \u4E2A,\u672A\u4F5C\u89E3\u8BFB (${figures} figures in one sentence: none was read)`,
    MOST_FIGURES,
    figures,
    [evidenceOf(reading, sentence.start, Math.min(sentence.end, sentence.start + SHOWN), "\u6B63\u6587")]
  )
);

// src/records/checks/rate-mismatch.ts
var REACH = 260;
var KINDS = [
  { rate: "pass_rate", whole: ["checked", "total"], part: "qualified", rest: "unqualified" },
  { rate: "coverage_rate", whole: ["total"], part: "checked" },
  { rate: "handling_rate", whole: ["received"], part: "handled" },
  { rate: "fix_rate", whole: ["problems_found"], part: "problems_fixed" }
];
var IN_TIME = /按期|按时|及时|规定/;
var rateMismatch = ({ metrics, reading }) => {
  const { text: text2 } = reading.source;
  const exact2 = metrics.filter((m) => m.operator === "=");
  return KINDS.flatMap((kind) => {
    const rates = exact2.filter((m) => m.measure === kind.rate);
    return rates.flatMap((rate) => [
      ...rate.evidence.filter(isInTable).flatMap((e) => mismatchInRow(rate, e)),
      ...mismatchInProse(rate)
    ]);
    function mismatchInProse(rate) {
      const said = rate.evidence.find((e) => !isInTable(e));
      if (!said || said !== rate.evidence[0]) return [];
      const end = said.start;
      const before = text2.slice(Math.max(0, end - 24), end);
      if (/分别|依次/.test(before)) return [];
      const floor = Math.max(
        end - REACH,
        ...rates.filter((o) => isOf(o, rate) && at(o) < end).map(at),
        // Only a rate of what passed is told a sentence later than its counts.
        kind.rest ? 0 : text2.lastIndexOf("\u3002", end)
      );
      const counts = exact2.filter(
        (m) => m.evidence[0] !== void 0 && !isInTable(m.evidence[0]) && isOf(m, rate) && m.unit === "count" && at(m) > floor && (at(m) < end || kind.rest !== void 0 && at(m) - end < 30) && (kind.rest !== void 0 || m.measure !== kind.part || IN_TIME.test(text2.slice(at(m) - 8, at(m))) === IN_TIME.test(before.slice(-10)))
      ).sort((a, b) => at(b) - at(a));
      const whole2 = kind.whole.find((measure2) => counts.some((m) => m.measure === measure2));
      const pairs = pairsOf2(counts, whole2, (w, p) => at(p) > at(w));
      const drawn = kind.rest && exact2.find((m) => m.measure === "coverage_rate" && isOf(m, rate) && at(m) > floor && at(m) < end);
      if (drawn?.value)
        for (const { whole: whole3, part } of [...pairs]) {
          const n = whole3.value * drawn.value / 100;
          pairs.push({ whole: whole3, part, of: n, good: part.measure === kind.rest ? n - part.value : part.value });
        }
      return mismatch(rate, pairs);
    }
    function mismatchInRow(rate, { where }) {
      const row = exact2.filter((m) => isOf(m, rate) && m.evidence.some((e) => e.where === where));
      return mismatch(
        rate,
        pairsOf2(row, kind.whole[0], () => true)
      );
    }
    function pairsOf2(counts, measure2, fits2) {
      return counts.filter((m) => m.measure === measure2).slice(0, kind.rest ? void 0 : 1).flatMap(
        (whole2) => counts.filter((m) => (m.measure === kind.part || m.measure === kind.rest) && fits2(whole2, m)).map((part) => ({
          whole: whole2,
          part,
          of: whole2.value,
          good: part.measure === kind.rest ? whole2.value - part.value : part.value
        }))
      );
    }
  });
};
var NAMES = {
  pass_rate: "\u5408\u683C\u7387",
  coverage_rate: "\u62BD\u67E5\u6BD4\u4F8B",
  handling_rate: "\u529E\u7ED3\u7387",
  fix_rate: "\u6574\u6539\u7387"
};
function mismatch(rate, pairs) {
  const decimals = rate.raw.split(".")[1]?.length ?? 0;
  const exact2 = (p) => p.good / p.of * 100;
  const sound = pairs.filter((p) => p.good >= 0 && p.good <= p.of && p.of > 0);
  if (sound.length === 0 || sound.some((p) => Math.abs(exact2(p) - rate.value) <= 0.5 * 10 ** -decimals + 1e-9))
    return [];
  const nearest2 = sound[0];
  const expected = exact2(nearest2).toFixed(Math.max(decimals, 1));
  return [
    problem(
      "rate_mismatch",
      "warning",
      `${NAMES[rate.measure]}\u5199\u4F5C ${rate.raw}%,\u6309 ${nearest2.good}/${nearest2.of} \u5E94\u4E3A ${expected}% (stated ${rate.raw} %, its counts give ${expected} %)`,
      `${expected}%`,
      `${rate.raw}%`,
      [
        ...rate.evidence.slice(0, 1),
        ...nearest2.whole.evidence.slice(0, 1),
        ...nearest2.part.evidence.slice(0, 1)
      ]
    )
  ];
}
var isOf = (m, rate) => m.subject === rate.subject && m.about === rate.about;
var isInTable = (e) => /table|row|!/.test(e.where);
var at = (m) => m.evidence[0].start;

// src/records/checks/repaired.ts
var repaired = ({ reading }) => {
  const of = (kind) => reading.normalized.repairs.filter((r) => r.repair === kind);
  const evidence = (spans) => spans.slice(0, 5).map(
    (s) => evidenceOf(reading, Math.max(0, s.start - 1), Math.min(reading.text.length, s.end + 1), "\u6B63\u6587")
  );
  const out = [];
  const dates = of("date");
  if (dates.length)
    out.push(
      problem(
        "date_repaired",
        "warning",
        "\u65E5\u671F\u7F3A\u5B57,\u6309\u552F\u4E00\u5408\u7406\u8BFB\u6CD5\u8865\u5168 (characters of a date were lost; the only fitting reading was taken)",
        null,
        null,
        evidence(dates)
      )
    );
  const numbers2 = of("doc_number");
  if (numbers2.length)
    out.push(
      problem(
        "number_repaired",
        "info",
        "\u6587\u53F7\u7F3A\u5B57,\u5DF2\u8865\u5168 (characters of a document number were lost)",
        null,
        null,
        evidence(numbers2)
      )
    );
  const garbled2 = of("garbled");
  if (garbled2.length)
    out.push(
      problem(
        "garbled_text",
        "warning",
        "\u6587\u5B57\u9519\u4F4D\u6210\u4E71\u7801,\u5DF2\u8FD8\u539F (bytes were shifted into other characters)",
        null,
        null,
        evidence(garbled2)
      )
    );
  const names = of("name");
  if (names.length)
    out.push(
      problem(
        "name_replaced",
        "warning",
        "\u955C\u50CF\u7F51\u7AD9\u4EE5\u5E7F\u544A\u8BCD\u66FF\u6362\u4E86\u540D\u79F0 (a mirror put an advertisement in the place of a name)",
        null,
        null,
        evidence(names)
      )
    );
  if (reading.normalized.spun)
    out.push(
      problem(
        "spun_text",
        "warning",
        "\u955C\u50CF\u7F51\u7AD9\u4EE5\u8FD1\u4E49\u8BCD\u6539\u5199\u4E86\u6B63\u6587,\u5185\u5BB9\u4E0D\u53EF\u5C3D\u4FE1 (a spinner swapped words for synonyms; every confidence is lowered)",
        null,
        null,
        []
      )
    );
  return out;
};

// src/segment/tables/cell-words.ts
var GAP2 = "[^,\u3002;:]{0,8}";
var DENIED = "(?<![\u4E0D\u672A\u6B20\u975E]|\u6CA1\u6709|\u4E0D\u591F|\u4E0D\u592A|\u4E0D\u751A|\u4E0D\u5B8C\u5168)";
var compiled = /* @__PURE__ */ new WeakMap();
function cellSays(text2, says2, kit2) {
  return patternFor(says2, kit2).test(bare(text2));
}
function afterCellWord(text2, says2, kit2) {
  const words2 = bare(text2);
  const m = patternFor(says2, kit2).exec(words2);
  return m?.index === 0 ? words2.slice(m[0].length) : words2;
}
function patternFor(says2, kit2) {
  let patterns = compiled.get(kit2);
  if (!patterns) compiled.set(kit2, patterns = /* @__PURE__ */ new Map());
  let pattern2 = patterns.get(says2);
  if (!pattern2) patterns.set(says2, pattern2 = patternOf(kit2.tables.cells.filter((r) => r.says === says2)));
  return pattern2;
}
function bare(text2) {
  const words2 = tight(text2).replace(/[。;,]$/, "");
  return /^\([^()]*\)$/.test(words2) ? words2.slice(1, -1) : words2;
}
function patternOf(rows) {
  const of = (match) => rows.filter((r) => r.match === match).sort((a, b) => b.word.length - a.word.length).map(
    (r) => r.word.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&")).join(GAP2)
  ).join("|") || "(?!)";
  return new RegExp(`^(?:${of("whole")})$|^(?:${of("start")})|${DENIED}(?:${of("end")})$`);
}

// src/segment/tables/columns.ts
var LONGEST_HEADER = 16;
var known3 = /* @__PURE__ */ new WeakMap();
var MOST_KNOWN = 2e4;
var LONGEST_KNOWN = 64;
function knownTo(kit2) {
  let memory = known3.get(kit2);
  if (!memory || memory.columns.size + memory.headers.size > MOST_KNOWN)
    known3.set(kit2, memory = { columns: /* @__PURE__ */ new Map(), headers: /* @__PURE__ */ new Map() });
  return memory;
}
function columnOf(header, kit2) {
  if (header.length > LONGEST_KNOWN) return lookUp(header, kit2);
  const { columns } = knownTo(kit2);
  let column = columns.get(header);
  if (column === void 0) columns.set(header, column = lookUp(header, kit2));
  return column;
}
function columnOfWords(header, kit2) {
  return lookUp(header, kit2, "words");
}
function columnOfFigures(header, kit2) {
  return lookUp(header, kit2, "figures");
}
function lookUp(header, kit2, cells = "any") {
  const bare2 = tight(header).replace(/\s/g, "").replace(/^["“]|["”]$/g, "");
  if (bare2 === "" || bare2.length > LONGEST_HEADER * 2) return null;
  for (const row of kit2.tables.columns) {
    if (cells === (row.role === "figure" ? "words" : "figures")) continue;
    const fits2 = row.match === "whole" ? bare2 === row.header : row.match === "end" ? bare2.endsWith(row.header) && bare2.length <= LONGEST_HEADER : bare2.includes(row.header) && bare2.length <= row.header.length + 8;
    if (fits2) return row;
  }
  const last2 = bare2.split("/").at(-1);
  if (last2 !== bare2) return lookUp(last2, kit2, cells);
  const plain = bare2.replace(UNIT_OF_MEASURE, "");
  if (plain !== bare2 && plain !== "") return lookUp(plain, kit2, cells);
  const twice = TWO_WAYS.exec(bare2);
  return twice ? lookUp(twice[1], kit2, cells) ?? lookUp(twice[2], kit2, cells) : null;
}
var TWO_WAYS = /^([^(（)）\d]{2,8})[(（]([^(（)）\d]{2,8})[)）]$/;
var UNIT_OF_MEASURE = /[(（](?:[个家条篇件次项分天处位名]|%|百分比|单位:?[个家条篇件次项分])[)）]$/;
function isHeaderRow(cells, kit2) {
  const filled = cells.map(tight).filter(Boolean);
  return filled.length >= 3 && filled.length >= cells.length - 1 && new Set(filled).size === filled.length && filled.every(
    (c) => c.length <= LONGEST_HEADER && !/[。;,!?|《》“”]|^[\d.%\-—/]+$|^[×√●○]$|\d{4}/.test(c)
  ) && filled.some((c) => columnOf(c, kit2) !== null || c === "\u5E8F\u53F7");
}
function isHeader(text2, kit2) {
  if (text2.length > LONGEST_KNOWN) return isKnownHeader(text2, kit2);
  const { headers } = knownTo(kit2);
  let header = headers.get(text2);
  if (header === void 0) headers.set(text2, header = isKnownHeader(text2, kit2));
  return header;
}
function isKnownHeader(text2, kit2) {
  const bare2 = tight(text2);
  return bare2.length <= LONGEST_HEADER && !/[。;,!?\t|]|(?:名单|清单|[览计总]表)$|^\d|^[^(]{0,20}:|^http|[《》“”]|^\(|^[一二三四五六七八九十]+、/.test(
    bare2
  ) && columnOf(bare2, kit2) !== null;
}

// src/records/judging.ts
var OTHERS2 = /^\s{0,9}(?:此外|另外(?![\d一二两三四五六七八九十]{1,3}[个家])|另(?!外|[一1][个家])|同时|其他|其余|还有|还存在|除此)|合格(?:的)?(?:网站|账号)(?:中|里)/;
var compiled2 = /* @__PURE__ */ new WeakMap();
function judgingOf(kit2) {
  let judging2 = compiled2.get(kit2);
  if (!judging2) compiled2.set(kit2, judging2 = compile(kit2));
  return judging2;
}
var THING = "(?:\u8D26\u53F7|\u5E10\u53F7|\u7F51\u7AD9|\u7AD9\u70B9|\u5B50\u7AD9|\u65B0\u5A92\u4F53|\u516C\u4F17\u53F7|\u9891\u9053|\u5355\u4F4D)";
var NUMBER = "(?:\\d{1,9}|[\u4E00\u4E8C\u4E24\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D\u5341]{1,9})";
function compile({ judging: judging2 }) {
  const bad = `(?:${judging2.unqualified})`;
  const by = "(?:\u88AB|\u89E6\u53CA|\u89E6\u53D1|\u89E6\u78B0|\u6784\u6210|\u9002\u7528|\u4E88\u4EE5|\u5B9E\u884C)";
  return {
    word: new RegExp(bad),
    back: new RegExp(
      `(?:\u5224\u5B9A?|\u8BC4\u5B9A?|\u8BA4\u5B9A|\u786E\u5B9A|\u5B9A\u6027?|\u5217|\u8BC4\u4F30|\u5747|\u90FD|\u7686|\u5C5E|\u89C6)(?:\u7ED3\u679C)?(?:\u4E3A|\u662F|\u4E8E|\u6210)?(?:\u4E86)?${bad}|[\u4E3A\u662F](?:\u672C[\u5B63\u5E74\u6B21\u8F6E\u671F\u6708]\u5EA6?|\u6B64\u6B21)${bad}${THING}|${NUMBER}[\u4E2A\u5BB6][^,\u3002;\u3001]{0,6}?${THING}?(?:\u672C\u6B21|\u6B64\u6B21|\u68C0\u67E5|\u62BD\u67E5|\u76D1\u6D4B)?(?:\u5747|\u90FD|\u5168\u90E8)?[\u4E3A\u662F]?${bad}(?:${THING})?$|${THING}(?:\u5747|\u90FD|\u5168\u90E8)?\u4E3A?${bad}$|(?:\u7ED3\u679C|\u7ED3\u8BBA)(?:\u5747|\u90FD)?\u4E3A${bad}|${by}\u4E86?${bad}|^[^,\u3002;]{0,4}\u4E3A${bad}${THING}`
    ),
    listed: new RegExp(
      `${bad}\u7684?[^,\u3002;:\u3001]{0,14}?(?:\u5206\u522B)?(?:\u4E3A|\u662F|\u6709|:|\u5305\u62EC|\u5373)(?!\\d{1,9}[\u4E2A\u5BB6]|\\d{1,9}%|\u672A|\u4E0D|[\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D\u5341]{1,9}[\u4E2A\u5BB6])`
    ),
    forward: new RegExp(
      `^[^,\u3002;]{0,8}${bad}\u7684?[^,\u3002;]{0,4}${THING}(?:\u5171|\u6709|\u4E3A)?${NUMBER}[\u4E2A\u5BB6]\u3002?$|${bad}\u7684${NUMBER}[\u4E2A\u5BB6](?:\u653F\u52A1|\u653F\u5E9C)?${THING}(?:\u5F53?\u4E2D|\u91CC|\u5206\u522B|\u4F9D\u6B21|[\u4E3A\u662F:])|${bad}\u7684,?(?:\u4E00[\u4E2A\u5BB6]\u662F|\u5176\u4E00)|${NUMBER}[\u4E2A\u5BB6][^,\u3002;]{0,6}?(?:\u88AB)?${bad}\u7684?[^,\u3002;]{0,6}${THING}(?:\u5F53?\u4E2D|\u91CC)?`
    ),
    passed: new RegExp(`^(?:${judging2.qualified})`),
    headed: new RegExp(`[:\u4E3A\u662F](?:${judging2.qualified})\\)?$`)
  };
}

// src/records/table-names.ts
function unitsIn2(reading, cell) {
  const { text: text2, hits, place, kit: kit2 } = reading;
  const words2 = tight(cell.text);
  const found2 = findUnits(text2, hits, cell.start, cell.end, place, kit2).filter(
    (u) => !opensBracket(text2.slice(cell.start, u.start))
  );
  const groups = groupUnits(text2, found2, cell.start, cell.end, place, kit2);
  const units = groups.flatMap((g) => g.units);
  const covered = units.reduce((n, u) => n + (u.end - u.start), 0);
  const bare2 = words2.replace(/\([^()]*\)/g, "").replace(/[、,和及\s]|等|(?:门户)?网站$/g, "");
  if (units.length > 0 && covered >= bare2.length * 0.85)
    return units.map((unit) => ({
      written: units.length === 1 ? words2.replace(/(?:门户)?网站$/, "") : unit.written,
      unit
    }));
  return words2.split(/[、,;\n]/).map((w) => w.trim()).filter(Boolean).length > 1 && units.length > 1 ? units.map((unit) => ({ written: unit.written, unit })) : [{ written: words2, unit: null }];
}
var opensBracket = (text2) => text2.lastIndexOf("(") > text2.lastIndexOf(")");
var isSite = ({ subject }) => subject === "website";
function namesIn(reading, cell, role, platform) {
  const { text: text2, hits, place, kit: kit2 } = reading;
  const words2 = tight(cell.text);
  if (role === "site_name") return [{ name: words2, subject: CHANNEL.test(words2) ? "column" : "website" }];
  if (role === "column_name" || COLUMN.test(words2))
    return [
      { name: null, subject: CHANNEL.test(words2) ? "column" : role === "column_name" ? null : "website" }
    ];
  const accounts = findHolders(text2, hits, asSentence(cell), place, kit2).flatMap((g) => g.holders).filter((h) => h.kind === "account");
  if (accounts.length > 0 && /[“"]/.test(words2))
    return accounts.map((a) => ({ name: a.name, subject: a.platform }));
  if (NO_NAME2.test(words2)) return [{ name: null, subject: subjectOf(words2, kit2) }];
  const bare2 = unquoted(words2);
  const bracket = /^(.[^(]*)\((.+)\)$/.exec(bare2);
  const inBracket = bracket ? subjectOf(bracket[2], kit2) : null;
  if (bracket && inBracket && (!platform || platform === "new_media"))
    return [{ name: bracket[1].replace(/[“”"]/g, ""), subject: inBracket }];
  const front = LABEL.exec(bare2);
  const label = front && subjectOf(front[1], kit2);
  if (front && label && front[1].endsWith(platformAt(front[1], kit2) || "\0"))
    return [{ name: unquoted(front[2]), subject: label }];
  const own = platformAt(bare2, kit2);
  if (role === "subject_name" && !platform) {
    if (/网$|网站|门户/.test(bare2)) return [{ name: bare2, subject: "website" }];
    if (own)
      return [
        {
          name: bare2.slice(0, -own.length).replace(/[“”"]/g, "") || bare2,
          subject: subjectOf(own, kit2)
        }
      ];
  }
  return [
    {
      name: bare2,
      subject: platform ?? (own ? subjectOf(own, kit2) : role === "account_name" ? "new_media" : null)
    }
  ];
}
var COLUMN = /(?:栏目|专栏|频道|板块)$/;
var CHANNEL = /频道$/;
var NO_NAME2 = /^(?:政府|门户|政务|官方)*(?:网站|微信公众号|公众号|微信|微博|抖音号?|新媒体|账号)$/;
var LABEL = /^([^:“”—-]{2,10})[:—-]{1,2}(.{2,30})$/;
var unquoted = (words2) => words2.replace(/^[“"「]|[”"」]$/g, "");
function platformAt(words2, kit2) {
  let best = "";
  for (const { word, kind } of kit2.tables.subjects)
    if (kind === "platform" && word.length > best.length && words2.endsWith(word)) best = word;
  return best;
}

// src/resolve/modality.ts
var TURN = /但|却|然而|不过|仍|依然/;
function modalityAt(text2, hits, sentence, clause, start, end) {
  if (/[无零]/.test(text2[start - 1] ?? "") && !/^[更回人有任新]/.test(text2.slice(start, start + 1)))
    return "denied";
  if (isCase(text2, sentence, clause)) return "hypothetical";
  let carried = null;
  for (const c of sentence.clauses) {
    if (c.start > clause.start) break;
    const markers = hits.longest("modality", c.start, c.end).filter(
      (h) => h.entry.row.modality !== "none" && // «“宝应工信”»: no word of a name demands.
      !isQuoted(sentence, h.start, h.end) && // «应县» demands nothing.
      !(h.end - h.start === 1 && hits.within("region", h.start, h.end + 1).some((r) => r.start === h.start))
    );
    if (c !== clause) {
      if (carried && carried !== "sanction" && (TURN.test(text2.slice(c.start, c.end)) || markers.some((m) => m.entry.row.modality === "observed")))
        carried = null;
      for (const m of markers) {
        const { modality, scope } = m.entry.row;
        if (modality === "sanction" && scope === "sentence") return "sanction";
        if (modality === "observed") continue;
        if (scope === "sentence" || scope === "after" && (modality === "required" || modality === "denied"))
          carried = modality;
      }
      continue;
    }
    let own = null;
    for (const m of markers) {
      const { modality, scope } = m.entry.row;
      const before = m.end <= start || m.start < start && !/[无不未没]/.test(text2.slice(start, m.end));
      const inside = !before && m.start < end && m.end > start;
      if (modality === "observed") {
        if (markers.some((o) => o.end === m.start && isDemand(o.entry.row))) continue;
        if (before && own !== "denied" && !(m.start > clause.start && /[防免杜]/.test(text2.slice(Math.max(clause.start, m.start - 4), m.start)))) {
          own = null;
          if (TURN.test(m.entry.row.word) || carried === "required") carried = null;
        }
        continue;
      }
      if (inside && scope === "after") continue;
      if (modality === "criteria" && UNMET.test(text2.slice(clause.start, m.start))) continue;
      if (modality === "required" && before && ATTRIBUTE.test(text2.slice(m.start, start)) && OPENS.test(text2.slice(clause.start, m.start)))
        continue;
      if (scope === "after" ? before : scope === "sentence" ? before || modality === "sanction" || modality === "criteria" : !inside || modality !== "required")
        own = modality;
    }
    if (TURN.test(text2.slice(clause.start, start)) && own !== "denied") carried = null;
    if (own) return own;
    const told2 = !OBJECT.test(text2.slice(clause.start, clause.end));
    for (const later of sentence.clauses) {
      if (told2 || later.start <= clause.start) continue;
      for (const m of hits.longest("modality", later.start, later.end))
        if (m.entry.row.modality === "sanction" && m.entry.row.scope === "sentence") return "sanction";
    }
    return carried ?? "observed";
  }
  return carried ?? "observed";
}
var isDemand = ({ modality, scope }) => modality === "required" && scope === "after";
var OBJECT = /^\s{0,9}(?:现|拟|将|决定|已|并|故)?对/;
var UNMET = /[未没不](?:有|能)?(?:严格)?(?:按|达到|符合|满足|落实|执行)/;
var ATTRIBUTE = /^应当?[^,。;要须将]{2,8}的[^,。;]{0,20}$/;
var OPENS = /^\s*(?:对|有|部分|一些|个别|少数|\d{1,4}[项条件个])?$/;
var RULE = /^\s*(?:也|都|均|则|就)?(?:要|应|须|必须|将|予以|可|按|由|一律|一并|不得|坚决|责令|视为|视同|依法|严肃|请|限|酌情|扣|及时|立即|务必|取消|通报批评|约谈|评为|判定为|认定为|不予|直接|在|先|再|报|提请|移送|移交)/;
var WILL = /^[^,;。:]{0,12}(?<!已)将(?!其|该|上述)/;
function isCase(text2, sentence, clause) {
  const next = sentence.clauses[sentence.clauses.indexOf(clause) + 1];
  if (!next || clause.stop !== ",") return false;
  const words2 = text2.slice(clause.start, clause.end).trim();
  const then = text2.slice(next.start, next.end);
  return (words2.endsWith("\u7684") || /^(?:对|凡|如)/.test(words2)) && RULE.test(then) || /^对/.test(words2) && WILL.test(then);
}

// src/lexicon/likeness.ts
import { readFileSync as readFileSync2 } from "node:fs";
import { join } from "node:path";
var LIKENESS = "likeness.json";
var NO_PROBLEM = "none";
var NONE3 = /* @__PURE__ */ new Set();
var DIGITS2 = /[0-9〇一二三四五六七八九十百两]+/g;
var MARKS2 = /[\s“”"'‘’「」『』《》,，.。;；:：、()（）[\]【】!！?？·—-]+/g;
var MOST_REMEMBERED = 8192;
var LONGEST_REMEMBERED2 = 64;
var bareOf = (words2) => words2.normalize("NFKC").toLowerCase().replace(DIGITS2, "0").replace(MARKS2, "");
function featuresOf(words2) {
  const bare2 = bareOf(words2);
  const out = /* @__PURE__ */ new Set();
  for (let i = 0; i < bare2.length; i++) {
    out.add(bare2[i]);
    if (i + 1 < bare2.length) out.add(bare2.slice(i, i + 2));
  }
  return out;
}
var Likeness = class {
  #categories;
  #slots;
  #weights;
  #unit;
  /** For each row the question it was last met in: a feature counts once. */
  #met;
  #asked = 0;
  #sums;
  #parts;
  /** What was asked before: the same phrases come again and again. */
  #answers = /* @__PURE__ */ new WeakMap();
  constructor({ categories, unit, features, slots, weights }) {
    this.#categories = categories;
    this.#unit = unit;
    this.#slots = slots;
    this.#weights = weights;
    this.#sums = new Int32Array(categories.length);
    this.#parts = new Float64Array(categories.length);
    this.#met = new Uint32Array(features);
  }
  /** Of the categories but those in `without`. */
  likeliest(words2, without2 = NONE3) {
    let answers = this.#answers.get(without2);
    if (!answers) this.#answers.set(without2, answers = { allowed: this.#allowed(without2), of: /* @__PURE__ */ new Map() });
    const { of, allowed } = answers;
    let answer2 = of.get(words2);
    if (answer2 !== void 0) return answer2;
    answer2 = this.#ask(bareOf(words2), allowed);
    if (words2.length <= LONGEST_REMEMBERED2) {
      if (of.size >= MOST_REMEMBERED) of.clear();
      of.set(copyOf(words2), answer2);
    }
    return answer2;
  }
  #ask(bare2, { columns, heirs }) {
    const sums = this.#sums.fill(0);
    const parts3 = this.#parts;
    const width = sums.length;
    let known7 = 0;
    this.#asked++;
    for (let i = 0; i < bare2.length; i++) {
      const first = bare2.charCodeAt(i) << 16;
      known7 += this.#add(first, sums);
      if (i + 1 < bare2.length) known7 += this.#add(first | bare2.charCodeAt(i + 1), sums);
    }
    if (known7 === 0) return null;
    const scale = this.#unit / Math.sqrt(known7);
    let most = sums[0];
    for (let c = 1; c < width; c++) if (sums[c] > most) most = sums[c];
    let total = 0;
    for (let c = 0; c < width; c++) total += parts3[c] = Math.exp((sums[c] - most) * scale);
    for (const { from, to } of heirs) {
      const heir = likeliestOf(parts3, to);
      if (heir >= 0) parts3[heir] += parts3[from];
    }
    const best = likeliestOf(parts3, columns);
    return best < 0 ? null : { category: this.#categories[best], share: parts3[best] / total };
  }
  /** The columns that may be the answer, and for each of the others the columns of its family that it may go to. */
  #allowed(without2) {
    const all2 = this.#categories;
    const among = (family) => all2.flatMap((category, c) => category.startsWith(family) && !without2.has(category) ? [c] : []);
    return {
      columns: among(""),
      heirs: all2.flatMap(
        (category, from) => without2.has(category) ? [{ from, to: among(category.slice(0, category.indexOf(".") + 1)) }] : []
      )
    };
  }
  /** The pairs of characters in the words that speak most for a category, the strongest first. */
  speakingFor(category, words2, most = 3) {
    const column = this.#categories.indexOf(category);
    const width = this.#categories.length;
    return [...featuresOf(words2)].flatMap((pair2) => {
      const key = pair2.charCodeAt(0) << 16 | (pair2.length > 1 ? pair2.charCodeAt(1) : 0);
      const row = this.#slots[slotOf(this.#slots, key) + 1] - 1;
      const weight = pair2.length < 2 || row < 0 ? 0 : this.#weights[row * width + column];
      return weight > 0 ? [{ pair: pair2, weight }] : [];
    }).sort((a, b) => b.weight - a.weight || (a.pair < b.pair ? -1 : 1)).slice(0, most).map(({ pair: pair2 }) => pair2);
  }
  /** Adds what a feature weighs, where it is one and not met yet; how many were added. */
  #add(key, sums) {
    const row = this.#slots[slotOf(this.#slots, key) + 1] - 1;
    if (row < 0 || this.#met[row] === this.#asked) return 0;
    this.#met[row] = this.#asked;
    const weights = this.#weights;
    const width = sums.length;
    const from = row * width;
    for (let c = 0; c < width; c++) sums[c] += weights[from + c];
    return 1;
  }
};
function readLikeness(folder) {
  return indexOf(JSON.parse(readFileSync2(join(folder, LIKENESS), "utf8")));
}
function indexOf(model) {
  const features = model.features.split(" ");
  const slots = new Int32Array(2 * 2 ** Math.ceil(Math.log2(features.length * 2 + 2)));
  for (const [row, feature] of features.entries()) {
    const key = feature.charCodeAt(0) << 16 | (feature.length > 1 ? feature.charCodeAt(1) : 0);
    const at2 = slotOf(slots, key);
    slots[at2] = key;
    slots[at2 + 1] = row + 1;
  }
  const { categories, unit } = model;
  return {
    categories,
    unit,
    features: features.length,
    slots,
    weights: Int8Array.from(Buffer.from(model.weights, "base64"))
  };
}
function slotOf(slots, key) {
  const mask = slots.length - 1;
  const h = Math.imul(key ^ key >>> 15, 2654435761);
  for (let at2 = (h ^ h >>> 15) << 1 & mask; ; at2 = at2 + 2 & mask)
    if (slots[at2 + 1] === 0 || slots[at2] === key) return at2;
}
function likeliestOf(parts3, columns) {
  let best = -1;
  for (let k = 0; k < columns.length; k++) {
    const c = columns[k];
    if (best < 0 || parts3[c] > parts3[best]) best = c;
  }
  return best;
}
var copyOf = (words2) => Buffer.from(words2, "utf16le").toString("utf16le");

// src/records/likely.ts
var SURE = {
  cell: { share: 0.4, length: 4 },
  problems: { share: 0.4, length: 6 },
  unknown: { share: 0.7, length: 8 },
  denied: { share: 0.7, length: 6 },
  /** Where a cue says otherwise. */
  against: { share: 0.8, length: 4 }
};
function likelyOf(reading, { start, end }, names, about, sure) {
  const likely = likenessOf(reading, { start, end }, names, about, sure);
  if (likely === null || likely.category === NO_PROBLEM || likely.category === "other") return null;
  return { category: likely.category, cue: null, likely: likely.share, stated: start, start, end };
}
function likenessOf(reading, { start, end }, names, about, sure) {
  const { text: text2, kit: kit2 } = reading;
  const words2 = withoutNames(text2, start, end, names);
  if (words2.replace(ACCOUNT2, "").length < sure.length) return null;
  const foreign = about ? kit2.foreign[about] : void 0;
  const likely = kit2.likeness.likeliest(words2, foreign);
  if (likely === null || likely.share < sure.share) return null;
  if (sure !== SURE.against || !words2.includes("\u201C")) return likely;
  const bare2 = kit2.likeness.likeliest(words2.replace(QUOTED2, ""), foreign);
  return bare2?.category === likely.category ? likely : null;
}
function likelyClause(reading, sentence, names, about, sure) {
  const { text: text2, hits } = reading;
  const unsure = sure === SURE.unknown;
  if (unsure && !/[。;]\s{0,9}$/.test(text2.slice(sentence.end - 4, sentence.end))) return null;
  let best = null;
  for (const clause of sentence.clauses) {
    const category = likelyOf(reading, clause, names, about, sure);
    if (category === null || unsure && isManaging(category)) continue;
    if (best && best.category.likely >= category.likely) continue;
    const modality = modalityAt(text2, hits, sentence, clause, category.stated, category.end);
    if (modality === "observed" || modality === "denied" && category.likely >= SURE.denied.share)
      best = { clause, category };
  }
  return best;
}
function weighed(reading, stated, clause, names, about, told2, alone) {
  const [only] = stated;
  if (!only || stated.length > 1 || only.cue?.own) return [...stated];
  const likely = likenessOf(reading, clause, names, about, SURE.against);
  if (likely?.category === NO_PROBLEM) return told2 || isManaging(only) ? [only] : [];
  return likely && likely.category !== only.category && ![likely, only].some(isManaging) && ![likely, only].every(isStale) && // «办事指南要素缺失,内容不准确»: what a clause owes to the words before it, its own do not tell.
  alone().some((c) => c.category === only.category) ? [{ ...only, category: likely.category, likely: likely.share }] : [only];
}
var isManaging = ({ category }) => category.startsWith("management.");
var isStale = ({ category }) => category.startsWith("update.");
var BRACKETED = /\([^()]{1,80}\)/g;
var ACCOUNT2 = /(?:微信|公众号|微博|账号|帐号|抖音号?|快手号?|视频号|头条号|政务|官方|新浪|今日头条|网站|门户){0,4}“[^“”]{1,30}”(?:微信|公众号|微博|账号|帐号|抖音号?|快手号?|视频号|头条号|政务|官方|新浪|今日头条|小程序|客户端|网站|门户){0,4}/g;
var QUOTED2 = /“[^“”]{1,30}”/g;
function withoutNames(text2, start, end, names) {
  let out = "";
  let from = start;
  for (const { holders } of names)
    for (const h of holders) {
      if (h.kind !== "unit" || h.start < from || h.end > end) continue;
      out += text2.slice(from, h.start);
      from = h.end;
    }
  return tight((out + text2.slice(from, end)).replace(BRACKETED, ""));
}

// src/records/checked-items.ts
var NOT_CHECKED = /* @__PURE__ */ new Set(["verdict", "unit", "region", "platform", "account_name", "site_name", "serial"]);
var COUNT = /^\d{1,6}(?:个|条|件|处|次|篇|项)?$/;
var POSITIVE = /^[1-9]\d*(?:天|日|个|条|件|处|次|篇|项)?$/;
var OF_DAYS = /天数|间隔|\(天\)/;
var STALE_DAYS = 14;
function checkedItems(grid, columns, kit2) {
  const items2 = [];
  const says2 = (text2, ...what) => what.some((w) => cellSays(text2, w, kit2));
  const rows = grid.rows.filter((r) => !r.some((c) => says2(c.text, "total", "subtotal")));
  for (const [column, cell] of grid.columns.entries()) {
    const known7 = columns[column];
    if (known7 && NOT_CHECKED.has(known7.role)) continue;
    const header = tight(cell.text);
    const own = header.split("/").at(-1);
    const states = {
      media: categoriesOfWords(header, "media", kit2),
      site: categoriesOfWords(header, "site", kit2)
    };
    const asked = askedBy(own, kit2);
    const managing = states.site.some((category) => isManaging({ category }));
    const row = longest(
      kit2.tables["check-items"].filter((i) => header.includes(i.item) || asked.includes(i.item))
    );
    if (states.site.length === 0 && row === null) continue;
    const values = rows.map((r) => tight(r[column].text)).filter((t2) => t2 !== "" && !says2(t2, "blank"));
    const all2 = (test) => values.length > 0 && values.every(test);
    const counts = !managing && all2((v) => COUNT.test(v) || says2(v, "none")) && !OF_DAYS.test(header);
    const names = namesOf(own, asked, kit2);
    items2.push({
      column,
      header,
      states,
      row,
      names,
      cells: all2((v) => says2(v, "yes", "no", "none", "poor", "clear") && !COUNT.test(v)) ? "marks" : counts && names === "bad" && (!known7 || known7.measure.startsWith("other")) ? "counts" : "words",
      quoted: names === "bad" && !known7 && all2((v) => !COUNT.test(v) && !hasFigure(v)),
      failsOnYes: names === "bad"
    });
  }
  const crossed = items2.some(
    (i) => i.cells === "marks" && i.names !== "bad" && rows.some((r) => says2(r[i.column].text, "no"))
  );
  const ticked = (i) => rows.some((r) => says2(r[i.column].text, "yes"));
  for (const item of items2)
    if (item.names === "thing") item.failsOnYes = !crossed && ticked(item) && item.states.site.length > 0;
  return items2;
}
var askedBy = (header, kit2) => afterCellWord(header.replace(/^[A-Za-z\d.、]{1,4}(?=[\u4e00-\u9fff])/, ""), "asks", kit2).replace(ASIDE, "");
var ASIDE = /是否|能否|及时|按时|正常(?=.)/g;
function namesOf(header, asked, kit2) {
  const states = (words2) => categoriesOfWords(words2, "site", kit2).length > 0;
  const denied = afterCellWord(asked, "denies", kit2);
  if (denied !== asked && states(denied)) return "good";
  if (cellSays(header, "clear", kit2)) return "good";
  return states(asked) ? "bad" : "thing";
}
function failedItem(reading, item, row, about, verdict) {
  const cell = row[item.column];
  const text2 = tight(cell.text);
  if (!hasFailed(reading, item, cell, about, verdict)) return [];
  const listed3 = about === "media" ? item.row?.media || item.row?.category : item.row?.category;
  const categories = item.states[about].length > 0 ? item.states[about] : listed3 ? [listed3] : [];
  return categories.slice(0, 1).map((category) => ({
    category,
    likely: false,
    problem: `${item.header} ${text2}`,
    evidence: cell.filled || cell.end <= cell.start ? null : { start: cell.start, end: cell.end },
    account: null
  }));
}
var hasFigure = (value) => /^[\d年月日天个.:/-]+$/.test(value);
function hasFailed(reading, { cells, names, failsOnYes, quoted, states }, cell, about, verdict) {
  const text2 = tight(cell.text);
  const says2 = (what) => cellSays(text2, what, reading.kit);
  if (cells === "marks")
    return says2("poor") || says2(failsOnYes ? "yes" : "no") || names === "good" && says2("none");
  if (cells === "counts") return POSITIVE.test(text2);
  if (quoted) return text2 !== "" && !says2("blank") && !says2("clear");
  return verdict === "unqualified" && (isStale2(reading, cell) || states[about].length > 0 && POSITIVE.test(text2));
}
function isStale2(reading, cell) {
  const { anchor } = reading;
  const time = mentionsIn(reading, "time", cell.start, cell.end)[0];
  const day = time?.value.from && resolveCalendar(time.value.from, anchor, "past")?.end;
  return !!day && anchor.date !== null && daysBetween(day, anchor.date) >= STALE_DAYS;
}
function longest(rows) {
  let best = null;
  for (const r of rows) if (!best || r.item.length > best.item.length) best = r;
  return best;
}
function categoriesOfWords(words2, about, kit2) {
  if (!words2) return [];
  const found2 = [];
  kit2.matcher.scan(words2, 0, words2.length, (start, end, entry) => {
    if (entry.is !== "cue") return;
    for (const literal of entry.head.literals.plain)
      if (literal.rest.length === 0)
        for (const term of literal.terms) found2.push({ term, start, end, weight: end - start });
  });
  return classify(found2, { about, terms: new Set(found2.map((f) => f.term)) }, kit2).map((c) => c.category);
}

// src/records/under-heading.ts
var MEDIA2 = /新媒体|公众号|微信|微博|账号|帐号|抖音|快手|视频号|头条号|小程序|客户端|APP/;
var SITE2 = /网站|门户|频道|栏目|专栏|首页|站点|网页/;
function aboutOf(words2) {
  const media = words2.search(MEDIA2);
  const site = words2.search(SITE2);
  if (media < 0 && site < 0) return null;
  if (media >= 0 && site >= 0) return null;
  return media >= 0 ? "media" : "site";
}
var SPARED = /表扬|肯定|较好|良好|靠前|前列|借鉴|学习|批评|约谈|值得|整改完成|已整改|已完成/;
function headingCategories(reading, passage) {
  if (passage.role !== "problems" && passage.role !== "unknown") return [];
  const { text: text2, hits, kit: kit2 } = reading;
  if (SPARED.test(text2.slice(passage.start, passage.end))) return [];
  for (const heading of [...passage.path].reverse()) {
    if (heading.end <= heading.start) continue;
    const found2 = termsIn(text2, hits, heading.start, heading.end, () => false);
    const about = aboutOf(heading.text) ?? aboutOf(passage.path.map((h) => h.text).join(" ")) ?? aboutOf(text2.slice(passage.start, passage.end));
    const categories = classify(found2, { about, terms: new Set(found2.map((f) => f.term)) }, kit2);
    if (categories.length > 0) return categories.slice(0, 1);
  }
  return [];
}
var known4 = /* @__PURE__ */ new WeakMap();
function saidBy(reading, heading) {
  let headings = known4.get(reading);
  if (!headings) known4.set(reading, headings = /* @__PURE__ */ new Map());
  let said = headings.get(heading);
  if (!said) headings.set(heading, said = {});
  return said;
}
function headingTerms(reading, passage) {
  const { text: text2, hits } = reading;
  const all2 = /* @__PURE__ */ new Set();
  for (const heading of passage.path) {
    const said = saidBy(reading, heading);
    said.terms ??= termsIn(text2, hits, heading.start, heading.end, () => false).map((t2) => t2.term);
    for (const term of said.terms) all2.add(term);
  }
  return all2;
}
var LEAVES = /^\s{0,4}(?:此外|另外|除此之外|除上述|除以上|总的来看|总体来看|综上|上述|以上)/;
function headingHolders(reading, passage) {
  if (!passage.led && LEAVES.test(reading.text.slice(passage.start, passage.start + 8))) return [];
  for (let i = passage.path.length - 1; i >= 0; i--) {
    const heading = passage.path[i];
    if (heading.end <= heading.start || heading.text.length > 40) continue;
    const said = saidBy(reading, heading);
    said.holders ??= holdersOf(reading, heading);
    if (said.holders.length === 0) continue;
    if (passage.led && heading === passage.path.at(-1) && statesProblem(reading, heading)) continue;
    return said.holders;
  }
  return [];
}
function holdersOf(reading, heading) {
  const { text: text2, hits, place, kit: kit2 } = reading;
  const groups = findHolders(text2, hits, asSentence(heading), place, kit2).filter(
    (g) => g.holders.every((h) => h.kind !== "vague")
  );
  const covered = groups.reduce((n, g) => n + g.end - g.start, 0);
  const named = groups.flatMap((g) => g.holders).filter(
    (h) => h.kind === "unit" && h.unit.kind === "government" && h.unit.region?.code === place.region?.code
  );
  const bare2 = heading.text.replace(/\([^()]*\)$/, "").replace(/(?:政府|门户|网站)+$/, "");
  return covered >= bare2.length * 0.4 && named.length === 0 ? groups : [];
}
var JOINED = /[、和与及]/;
function statesProblem(reading, span) {
  const found2 = termsIn(reading.text, reading.hits, span.start, span.end, () => false);
  return classify(found2, { about: null, terms: new Set(found2.map((f) => f.term)) }, reading.kit).length > 0;
}
function topicOf2(reading, passage) {
  for (let i = passage.path.length - 1; i >= 0; i--) {
    const heading = passage.path[i];
    if (heading.text === "" || heading.text.length > 16) continue;
    const said = saidBy(reading, heading);
    if (said.topic === void 0) {
      const words2 = heading.text.replace(/“[^“”]*”(?=栏目|专栏|频道|板块|版块|专区|模块)/g, "");
      const topic = reading.kit.tables.topics.find((t2) => words2.includes(t2.word));
      said.topic = topic && !JOINED.test(words2.replace(topic.word, "")) ? topic.category : null;
    }
    if (said.topic !== null) return said.topic;
  }
  return null;
}
function subjectFor(holder, group, { category }, words2, headings, kit2) {
  if (holder.kind === "account") return holder.platform;
  if (holder.kind === "site") return "website";
  if (group.subject) return group.subject;
  const byCategory = kit2.severity.get(category)?.subject;
  if (byCategory && byCategory !== "website") return byCategory;
  if (MEDIA2.test(words2) && !SITE2.test(words2)) return "new_media";
  if (SITE2.test(words2)) return "website";
  if (/新媒体|账号/.test(headings) && !/网站/.test(headings)) return "new_media";
  return byCategory || "website";
}

// src/records/table-problems.ts
function problemsIn(reading, cell, about) {
  const { text: text2, hits, kit: kit2 } = reading;
  const words2 = tight(cell.text);
  if (words2 === "" || cellSays(words2, "blank", kit2)) return [];
  const out = [];
  let denied = false;
  for (const sentence of sentences(text2, cell.start, cell.end)) {
    const terms = /* @__PURE__ */ new Set();
    const accounts = findHolders(text2, hits, sentence, reading.place, kit2).flatMap((g) => g.holders).filter((h) => h.kind === "account");
    let account = null;
    const page = pageBefore(text2, sentence);
    const outside = (s, e) => e <= page || isQuoted(sentence, s, e);
    const inClause = (at2) => termsIn(text2, hits, at2.start, at2.end, outside);
    const ofTerms = (found2, about2) => classify(found2, { about: about2, terms: new Set(found2.map((f) => f.term)) }, kit2);
    for (const clause of sentence.clauses) {
      account = accounts.find((a) => a.start >= clause.start && a.end <= clause.end) ?? account;
      const found2 = inClause(clause);
      const governing = {
        about: account || about === "media" || aboutOf(text2.slice(clause.start, clause.end)) === "media" ? "media" : "site",
        terms: /* @__PURE__ */ new Set([...terms, ...found2.map((f) => f.term)])
      };
      const kind = governing.about;
      const alone = () => ofTerms(found2, kind);
      const parts3 = partsOf(text2, clause).map((part) => ofTerms(inClause(part), kind));
      const said = classify(found2, governing, kit2);
      const stated = parts3.length > 1 && parts3.every((p) => p.length > 0) ? parts3.flat() : weighed(reading, said, clause, [], kind, true, alone);
      for (const c of stated) {
        const modality = modalityAt(text2, hits, sentence, clause, c.stated, c.end);
        if (modality === "denied") denied = true;
        if (modality === "denied" || out.some((o) => o.category === c.category)) continue;
        out.push({
          category: c.category,
          likely: c.likely !== null,
          problem: tight(text2.slice(clause.start, clause.end)),
          evidence: cell.filled ? null : { start: c.start, end: c.end },
          account
        });
      }
      for (const f of found2) terms.add(f.term);
    }
  }
  if (out.length === 0 && !denied && !cellSays(words2, "clear", kit2)) {
    const likely = likelyOf(reading, cell, [], about, SURE.cell);
    out.push({
      category: likely?.category ?? "other",
      likely: likely !== null,
      problem: words2,
      evidence: cell.filled ? null : { start: cell.start, end: cell.end },
      account: null
    });
  }
  return out;
}
function pageBefore(text2, { start, end }) {
  const path = PATH.exec(text2.slice(start, Math.min(end, start + LONGEST_PATH)));
  return path ? start + path[0].length : start;
}
var PATH = /^“?(?:(?:[^,。;:()>-]{1,20}>{1,2}\s?){1,6}|[^,。;:()>\d-]{1,20}(?:-{1,2}[^,。;:()>\d-]{1,20}){1,6}:)/;
var LONGEST_PATH = 120;
var PART2 = /、|[①-⑳]|(?<=[^\d.])\(?\d{1,2}[.)、](?=[\u4e00-\u9fff“])/g;
function partsOf(text2, { start, end }) {
  const parts3 = [];
  let from = start;
  for (const mark of text2.slice(start, end).matchAll(PART2)) {
    if (start + mark.index > from) parts3.push({ start: from, end: start + mark.index });
    from = start + mark.index + mark[0].length;
  }
  if (from > start && from < end) parts3.push({ start: from, end });
  return parts3;
}
function problemsOf(reading, group, grid, about) {
  for (const words2 of [group?.text ?? "", grid.title]) {
    const categories = categoriesOfWords(words2, about, reading.kit);
    if (categories.length)
      return categories.map((category) => ({
        category,
        likely: false,
        problem: tight(words2).replace(/^[一二三四五六七八九十]+、/, ""),
        evidence: null,
        account: null
      }));
  }
  return [];
}

// src/records/table-roles.ts
var TELLS = /* @__PURE__ */ new Set(["problem", "problem_kind"]);
var FIGURE = /^\D{0,2}\d[\d.,]{0,12}\D{0,2}$/;
var MAY_TELL = /* @__PURE__ */ new Set(["status", "remark", "note"]);
var WORDS2 = /* @__PURE__ */ new Set([
  "problem",
  "problem_kind",
  "unit",
  "region",
  "account_name",
  "site_name",
  "subject_name",
  "column_name"
]);
var ENTITY = ["account_name", "site_name", "subject_name", "column_name"];
function columnsOf(grid, { kit: kit2 }) {
  return grid.columns.map((c, k) => {
    const column = columnOf(c.text, kit2);
    const figures = grid.rows.filter((r) => FIGURE.test(r[k].text)).length;
    if (column?.role === "figure" && grid.rows.length > 0 && figures === 0) return columnOfWords(c.text, kit2);
    const written = grid.rows.filter((r) => r[k].text !== "" && !cellSays(r[k].text, "blank", kit2)).length;
    return column && WORDS2.has(column.role) && written > 0 && figures === written ? columnOfFigures(c.text, kit2) : column;
  });
}
function rolesOf(reading, grid) {
  const { kit: kit2 } = reading;
  const columns = columnsOf(grid, reading);
  const of = (...roles) => {
    for (const role of roles) {
      const k = columns.findIndex((c) => c?.role === role);
      if (k >= 0) return k;
    }
    return -1;
  };
  if (of("indicator") >= 0 && of("unit", "account_name", "site_name", "subject_name") < 0) return null;
  const unknown = of("unit", "region", ...ENTITY) < 0;
  const unit = unknown ? columnThatNames(reading, grid, columns) : narrowest(grid, columns, "unit");
  const region = of("region");
  const name = of(...ENTITY);
  if (unit < 0 && region < 0 && name < 0) return null;
  const telling = columns.flatMap((c, k) => c && TELLS.has(c.role) ? [k] : []);
  const family = telling.length > 1 ? telling.findIndex((k) => grid.rows.every((r) => isFamily(r[k].text, kit2))) : -1;
  const named = telling.filter((_, n) => n !== family);
  const kinds = named.filter((k) => columns[k].role === "problem_kind");
  const told2 = kinds.length < named.length ? named.filter((k) => !kinds.includes(k)) : named;
  return {
    columns,
    unit,
    region,
    name,
    platform: columnOfPlatforms(grid, columns, kit2),
    url: of("url"),
    verdict: of("verdict") >= 0 ? of("verdict") : columnThatJudges(grid, columns, judgingOf(kit2)),
    deadline: of("deadline"),
    family: family >= 0 ? telling[family] : -1,
    kinds: told2 === named ? [] : kinds,
    problems: told2.length > 0 ? told2 : columnsThatTell(reading, grid, columns)
  };
}
function columnOfPlatforms(grid, columns, kit2) {
  const naming = (k) => grid.rows.filter((row) => subjectOf(row[k].text, kit2) !== null).length;
  const all2 = columns.flatMap((c, k) => c?.role === "platform" ? [k] : []);
  return all2.reduce((best, k) => best >= 0 && naming(best) >= naming(k) ? best : k, -1);
}
var isFamily = (words2, kit2) => words2 === "" || words2.length <= 5 && subjectOf(words2, kit2) !== null;
function narrowest(grid, columns, role) {
  const named = columns.flatMap(
    (c, k) => c?.role === role ? [{ k, names: new Set(grid.rows.map((row) => tight(row[k].text))).size }] : []
  );
  return named.reduce((best, c) => best && best.names >= c.names ? best : c, named[0])?.k ?? -1;
}
function columnThatNames(reading, grid, columns) {
  return columns.findIndex((column, k) => {
    const cells = cellsOf(grid, k);
    const naming = cells.filter((c) => unitsIn2(reading, c).every((u) => u.unit !== null));
    return column === null && cells.length > 1 && naming.length >= cells.length * 0.6;
  });
}
function columnThatJudges(grid, columns, judging2) {
  return columns.findIndex((column, k) => {
    const cells = cellsOf(grid, k).map((c) => tight(c.text));
    const judged2 = cells.filter((t2) => t2.length <= 8 && (judging2.word.test(t2) || judging2.passed.test(t2)));
    return column === null && cells.length > 1 && judged2.length >= cells.length * 0.6;
  });
}
function columnsThatTell(reading, grid, columns) {
  const tells = (k, everyRow = false) => {
    const cells = (everyRow ? grid.rows.map((row) => row[k]) : cellsOf(grid, k)).filter(
      (c) => !cellSays(c.text, "clear", reading.kit)
    );
    const telling = cells.filter(
      (c) => c.text.length >= 4 && problemsIn(reading, c, "media").some((p) => p.category !== "other")
    );
    return cells.length > 0 && telling.length >= cells.length * 0.6;
  };
  const unknown = columns.flatMap((column, k) => column === null && tells(k) ? [k] : []);
  return unknown.length > 0 ? unknown : columns.flatMap((column, k) => column && MAY_TELL.has(column.role) && tells(k, true) ? [k] : []);
}
var cellsOf = (grid, column) => grid.rows.map((row) => row[column]).filter((c) => tight(c.text) !== "" && !c.filled);

// src/records/checks/serial-gap.ts
var serialGap = ({ reading }) => {
  let last2 = null;
  return reading.outline.grids.flatMap((grid, k) => {
    const column = columnsOf(grid, reading).findIndex((c) => c?.role === "serial");
    if (column < 0) return [];
    if (!continues(reading.outline.grids[k - 1], grid, column)) last2 = null;
    const out = [];
    for (const [r, row] of grid.rows.entries()) {
      const cell = row[column];
      if (!/^\d+$/.test(cell.text) || cell.filled) continue;
      const n = Number(cell.text);
      const restart = n === 1 && grid.groups[r] !== grid.groups[r - 1];
      if (last2 !== null && n !== last2 + 1 && n !== last2 && !restart && n !== 1)
        out.push(
          problem(
            "serial_gap",
            "warning",
            `\u5E8F\u53F7\u7531 ${last2} \u8DF3\u5230 ${n} (serial numbers jump from ${last2} to ${n})`,
            last2 + 1,
            n,
            [evidenceOf(reading, cell.start, cell.end, whereInTable(reading, grid, r))]
          )
        );
      last2 = n;
    }
    return out;
  });
};
function continues(before, grid, column) {
  return before !== void 0 && before.annex === grid.annex && Number(grid.rows[0]?.[column]?.text) !== 1 && before.columns.map((c) => c.text).join("|") === grid.columns.map((c) => c.text).join("|");
}

// src/records/checks/row-count.ts
var DECLARED = /(?:共\s{0,9})?(\d{1,9})\s{0,9}[个家条项]/;
var UNDER_TITLE = /\((?:共|计|合计)\s{0,4}(\d{1,4})\s{0,4}[个家条项]\)\s{0,4}$/;
var IN_PROSE = /(?:附[件表]\d{0,2}|下表)(?:中)?(?:共)?(?:列出|所列|列明|列有|收录|公布)了?[^,。;\d]{0,16}(\d{1,4})\s{0,4}[个家条项]/;
var rowCount = ({ reading, metrics }) => lists2(reading).flatMap((list) => {
  const grid = list[0];
  const out = [];
  const groups = /* @__PURE__ */ new Map();
  for (const g of list.flatMap((l) => l.groups)) if (g) groups.set(g.text, (groups.get(g.text) ?? 0) + 1);
  for (const [title, rows2] of groups) {
    const n = Number(DECLARED.exec(title)?.[1] ?? rows2);
    if (n !== rows2) out.push(mismatch2(reading, grid, n, rows2, title));
  }
  if (groups.size > 0) return out;
  const rows = itemsOf(list, reading);
  const inTitle2 = DECLARED.exec(grid.title.replace(/\d{4}年|第\d+/g, "")) ?? UNDER_TITLE.exec(reading.text.slice(Math.max(0, grid.start - 24), grid.start));
  const declared = inTitle2 ? Number(inTitle2[1]) : toldOf(reading, grid) ?? unqualifiedOf(grid, metrics);
  return declared === null || declared === rows ? [] : [mismatch2(reading, grid, declared, rows, grid.title)];
});
function lists2(reading) {
  const out = [];
  for (const grid of reading.outline.grids) {
    const before = out.at(-1);
    const column = columnsOf(grid, reading).findIndex((c) => c?.role === "serial");
    if (before && column >= 0 && continues(before.at(-1), grid, column)) before.push(grid);
    else out.push([grid]);
  }
  return out;
}
function itemsOf(list, reading) {
  const told2 = list.flatMap((grid) => {
    const serial = columnsOf(grid, reading).findIndex((c) => c?.role === "serial");
    return grid.rows.filter((r) => !r.some((c) => /^(?:合\s*计|总\s*计|小\s*计)/.test(c.text))).map((r) => serial < 0 ? "" : tight(r[serial].text));
  });
  return told2.every(Boolean) ? new Set(told2).size : told2.length;
}
function toldOf({ text: text2, outline }, grid) {
  if (outline.grids.length !== 1 || grid.title === "") return null;
  for (const p of outline.passages) {
    const said = p.annex > 0 ? null : IN_PROSE.exec(text2.slice(p.start, p.end));
    if (said) return Number(said[1]);
  }
  return null;
}
function unqualifiedOf({ title }, metrics) {
  if (!/不合格|突出问题|单项否决/.test(title)) return null;
  const site = /网站/.test(title);
  const media = /新媒体|账号|公众号/.test(title);
  if (site === media || /频道|栏目/.test(title)) return null;
  const stated = metrics.filter(
    (m) => m.measure === "unqualified" && m.about === null && m.operator === "=" && m.subject === (site ? "website" : "new_media")
  );
  const last2 = stated[0];
  return last2 && stated.every((m) => m.value === last2.value) ? last2.value : null;
}
function mismatch2(reading, grid, declared, found2, title) {
  return problem(
    "row_count_mismatch",
    "warning",
    `\xAB${title}\xBB \u5E94\u6709 ${declared} \u884C,\u5B9E\u6709 ${found2} \u884C (declared ${declared}, listed ${found2})`,
    declared,
    found2,
    [evidenceOf(reading, grid.start, Math.min(grid.end, grid.start + 40), whereInTable(reading, grid, 0))]
  );
}

// src/records/checks/sum-mismatch.ts
var LEAD2 = /^[^。;()\d]{0,14}?(?:[,。]\s{0,2}[^,。;()\d]{0,10}\d{1,3}(?:\.\d{1,3})?%)?(?:(?:[,。]\s{0,2})?(?:其中|包括|包含|分别为|含|由(?=[^。;]{4,80}(?:组成|构成)))[::,]?|\()/;
var sumMismatch = ({ reading, metrics }) => [
  ...judged(reading, metrics),
  ...reading.outline.passages.flatMap(
    (passage) => passage.role === "requirements" || passage.role === "criteria" ? [] : inProse(reading, passage.start, passage.end, whereOf(passage))
  ),
  ...reading.outline.grids.flatMap((grid) => inTable(reading, grid))
];
function inProse(reading, start, end, where) {
  const { text: text2 } = reading;
  const counts = mentionsIn(reading, "count", start, end).filter(
    (m) => m.value.counter === "\u4E2A" || m.value.counter === "\u5BB6" || m.value.counter === "\u6761" || m.value.counter === null && /^[,、。;)]/.test(text2.slice(m.end, m.end + 1)) && !/附[件表]\s{0,2}$/.test(text2.slice(m.start - 4, m.start))
  );
  return counts.flatMap((head, i) => {
    const lead = LEAD2.exec(text2.slice(head.end, head.end + 150));
    if (!lead) return [];
    const from = head.end + lead[0].length;
    const stop = lead[0].endsWith("(") ? closing(text2, from - 1, end) : nextStop(text2, from, end);
    const parts3 = listed(
      text2,
      from,
      counts.slice(i + 1).filter((p) => p.end <= stop)
    );
    const sum = parts3.reduce((n, p) => n + p.value.value, 0);
    const ratio = sum / head.value.value;
    if (parts3.length < 2 || sum === head.value.value || ratio < 0.75 || ratio > 1.3) return [];
    if (/^(?:等|[、,和及]{0,2}其[余它他])/.test(
      text2.slice(parts3.at(-1).end, stop + 1).replace(/^[\u4e00-\u9fff]{0,6}(?=等)/, "")
    ))
      return [];
    return [
      told(sum, head.value.value, [
        evidenceOf(reading, head.start, head.end, where),
        evidenceOf(reading, parts3[0].start, parts3.at(-1).end, where)
      ])
    ];
  });
}
function judged({ source: { text: text2 } }, metrics) {
  const at2 = (m) => m.evidence[0];
  const counts = metrics.filter((m) => m.unit === "count" && m.operator === "=");
  const next = (m) => counts.find(
    (o) => o.subject === m.subject && o.about === m.about && at2(o).start > at2(m).end && /^[^。;\d]{0,16}$/.test(text2.slice(at2(m).end, at2(o).start))
  );
  return counts.flatMap((whole2) => {
    const one = whole2.measure === "checked" ? next(whole2) : void 0;
    const other = one && next(one);
    if (!other || [one.measure, other.measure].sort().join() !== "qualified,unqualified") return [];
    const sum = one.value + other.value;
    return sum === whole2.value ? [] : [told(sum, whole2.value, [at2(whole2), at2(one), at2(other)])];
  });
}
var told = (sum, total, evidence) => problem(
  "sum_mismatch",
  "warning",
  `\u5404\u5206\u9879\u5408\u8BA1 ${sum},\u4E0E\u603B\u6570 ${total} \u4E0D\u7B26 (the parts make ${sum}, the stated total is ${total})`,
  total,
  sum,
  evidence
);
function listed(text2, from, counts) {
  const out = [];
  let at2 = from;
  for (const count of counts) {
    if (count.start < at2) continue;
    const bracket = /^\([^()]{0,80}\)/.exec(text2.slice(at2, count.start + 80))?.[0].length ?? 0;
    if (at2 + bracket > count.start) {
      at2 += bracket;
      continue;
    }
    const between2 = text2.slice(at2 + bracket, count.start);
    if (!/^[^。;:]{0,24}$/.test(between2) || OTHER.test(between2) || count.value.operator !== "=" || !/\d/.test(count.value.raw))
      break;
    out.push(count);
    at2 = count.end;
  }
  return out;
}
var OTHER = /合格|占|比|抽查|检查|发现|整改|办结|散见|采用|^[,、][^,、应未]{0,4}(?:关停|注销|新增|新开)/;
function closing(text2, open, end) {
  let depth = 0;
  for (let i = open; i >= 0 && i < end; i++) {
    if (text2[i] === "(") depth++;
    else if (text2[i] === ")" && --depth === 0) return i;
  }
  return end;
}
function nextStop(text2, from, end) {
  const at2 = text2.slice(from, end).search(/[。;]/);
  return at2 < 0 ? end : from + at2;
}
var TOTAL = /^(?:合\s{0,4}计|总\s{0,4}计|小\s{0,4}计)$/;
function inTable(reading, grid) {
  const serial = columnsOf(grid, reading).findIndex((c) => c?.role === "serial" || c?.role === "rank");
  let from = 0;
  return grid.rows.flatMap((row, r) => {
    if (!row.some((cell) => TOTAL.test(cell.text.trim()))) return [];
    const over = grid.rows.slice(from, r);
    from = r + 1;
    if (over.length < 2) return [];
    return row.flatMap((cell, c) => {
      const parts3 = over.map((o) => Number(WHOLE2.exec(o[c]?.text ?? "")?.[0] ?? Number.NaN));
      if (c === serial || !WHOLE2.test(cell.text) || cell.filled || parts3.some(Number.isNaN)) return [];
      const sum = parts3.reduce((a, b) => a + b, 0);
      return sum === Number(cell.text) ? [] : [
        told(sum, Number(cell.text), [
          evidenceOf(reading, cell.start, cell.end, whereInTable(reading, grid, r))
        ])
      ];
    });
  });
}
var WHOLE2 = /^\d{1,7}$/;

// src/records/checks/unit-count.ts
var DECLARED2 = /涉及(?:到)?(?:责任)?(?:单位|部门)?(?:共)?\s{0,4}(\d{1,9})\s{0,4}[家个](?:责任)?(?:单位|部门)?|(\d{1,9})[家个](?:责任|主办)?(?:单位|部门)(?=(?:分别)?(?:是|为|:)|[^,。;:\d]{0,16},(?:分别|依次)(?:是|为|有|:))/g;
var unitCount = ({ reading }) => {
  const { text: text2, outline } = reading;
  return outline.passages.flatMap(
    (passage) => passage.annex > 0 ? [] : [...matchesIn(text2.slice(passage.start, passage.end), DECLARED2)].flatMap((m) => {
      const declared = Number(m[1] ?? m[2]);
      const at2 = passage.start + m.index;
      const end = at2 + m[0].length;
      const listed3 = listAfter(reading, end, passage.end) ?? (m[1] ? annexed(reading, declared) : null);
      const far = listed3 && (listed3.all * 2 < declared || listed3.all > declared * 2);
      if (!listed3 || far || listed3.all === declared || listed3.merged === declared) return [];
      return [
        problem(
          "unit_count_mismatch",
          "warning",
          `\u79F0\u6D89\u53CA\u5355\u4F4D ${declared} \u5BB6,\u5217\u51FA ${listed3.all} \u5BB6 (said to concern ${declared} units, ${listed3.all} are listed)`,
          declared,
          listed3.all,
          [evidenceOf(reading, at2, at2 + m[0].length, whereOf(passage))]
        )
      ];
    })
  );
};
function listAfter(reading, from, end) {
  const { text: text2, hits, place, kit: kit2 } = reading;
  const lead = /^(?:[^,。;:\d]{1,16}(?=,(?:分别|依次)))?[,。:;\s]{0,3}(?:分别(?:是|为|有)|依次(?:是|为)?|包括|为|是)?[::]?/.exec(
    text2.slice(from, end)
  );
  const start = from + lead[0].length;
  const stop = start + (text2.slice(start, end).search(/[。;]/) + 1 || end - start);
  const groups = groupUnits(text2, findUnits(text2, hits, start, stop, place, kit2), start, stop, place, kit2);
  const [group] = groups;
  if (groups.length > 1 && groups.every((g) => text2[g.start - 1] === "(" && text2[g.end] === ")") && lead[0].includes(":"))
    return distinct(groups.flatMap((g) => g.units.map((u) => u.written)));
  if (!group || group.start > start + 2 || group.units.length < 2 || /^等/.test(text2.slice(group.end)))
    return null;
  return distinct(group.units.map((u) => u.written));
}
function annexed(reading, declared) {
  const lists3 = reading.outline.grids.flatMap((grid) => {
    const column = columnsOf(grid, reading).findIndex((c) => c?.role === "unit");
    if (column < 0 || grid.annex === 0) return [];
    const byGroup = /* @__PURE__ */ new Map();
    for (const [r, row] of grid.rows.entries()) {
      const key = grid.groups[r]?.text ?? "";
      const unit = row[column].text;
      if (unit) byGroup.set(key, [...byGroup.get(key) ?? [], unit]);
    }
    return [...byGroup.values()].map(distinct);
  });
  if (lists3.length === 0) return null;
  return lists3.find((l) => l.all === declared || l.merged === declared) ?? (lists3.length === 1 ? lists3[0] : null);
}
function distinct(written) {
  const all2 = [...new Set(written.map((w) => w.replace(/人民政府$|政府$|办事处$/, "")))];
  const merged3 = all2.filter((w) => !all2.some((o) => o !== w && w.startsWith(o)));
  return { all: all2.length, merged: merged3.length };
}

// src/records/checks/checks.ts
var checkers = [
  rateMismatch,
  sumMismatch,
  rowCount,
  unitCount,
  serialGap,
  attachmentMissing,
  deadlineDate,
  repaired,
  docNumber2,
  figuresUnread
];

// src/resolve/working-days.ts
import announced from "chinese-days/dist/chinese-days.json" with { type: "json" };
var FIRST_YEAR = 2010;
var LAST_YEAR = 2026;
var HOLIDAYS = new Set(Object.keys(announced.holidays));
var WORKDAYS = new Set(Object.keys(announced.workdays));
function isWorkingDay(iso) {
  const year = Number(iso.slice(0, 4));
  if (year < FIRST_YEAR || year > LAST_YEAR) return null;
  const day = weekday(iso) % 7;
  return WORKDAYS.has(iso) || day !== 0 && day !== 6 && !HOLIDAYS.has(iso);
}

// src/records/due-date.ts
function dueIn(reading, cell) {
  if (/^已|[日月号]已/.test(cell.text)) return null;
  const bare2 = MONTH_AND_DAY.exec(cell.text);
  if (bare2) {
    const day = { month: Number(bare2[1]), day: Number(bare2[2]) };
    return resolveCalendar(day, reading.anchor, "future")?.end ?? null;
  }
  const time = mentionsIn(reading, "time", cell.start, cell.end)[0];
  return time ? dueOf(reading, time.value).day : null;
}
var MONTH_AND_DAY = /^(1[0-2]|0?[1-9])[./-](3[01]|[12]\d|0?[1-9])日?前?$/;
function dueOf(reading, v) {
  const { anchor } = reading;
  if (v.duration) {
    if (!anchor.date) return { day: null, relative: true };
    return { day: after(anchor.date, v.duration.amount, v.duration.unit), relative: true };
  }
  if (v.dayOffset !== void 0)
    return { day: anchor.date ? addDays(anchor.date, v.dayOffset) : null, relative: true };
  if (v.weekday) {
    if (!anchor.date) return { day: null, relative: true };
    const monday = addDays(anchor.date, 1 - weekday(anchor.date) + v.weekday.week * 7);
    return { day: addDays(monday, (v.weekday.day ?? 7) - 1), relative: true };
  }
  const calendar = v.to ? { ...v.from, ...v.to } : v.from;
  if (!calendar) return { day: null, relative: true };
  const range = resolveCalendar(calendar, { ...anchor, quarter: null }, "future");
  return { day: range?.end ?? null, relative: false };
}
function after(date, amount, unit) {
  if (unit === "hour" || unit === "minute") return farDay(date, Math.ceil(amount / 24));
  if (unit === "day") return farDay(date, amount);
  if (unit === "week") return farDay(date, amount * 7);
  if (unit === "month" && amount < 1) return farDay(date, Math.round(amount * 30));
  if (unit === "month" || unit === "year")
    return farMonth(date, Math.round(amount * (unit === "year" ? 12 : 1)));
  let day = date;
  for (let n = 0; n < amount; ) {
    day = addDays(day, 1);
    const working = isWorkingDay(day);
    if (working === null) return null;
    if (working) n++;
  }
  return day;
}

// src/records/timing.ts
var NEAR2 = "(?:[\u4E8E\u5728\u4E3A\u662F\u81F3\u5230]|\u8981|\u5E94|\u987B|\u8BF7|:|\u524D|\u4E4B\u524D){0,3}\\s{0,9}$";
var GAP3 = "[^,\u3002;:]{0,12}?";
var FAR2 = 24;
var compiled3 = /* @__PURE__ */ new WeakMap();
function timingOf(kit2) {
  let timing = compiled3.get(kit2);
  if (!timing) compiled3.set(kit2, timing = compile2(kit2));
  return timing;
}
var NEVER = /(?!)/;
function compile2({ tables: { timing } }) {
  const of = (says2, place, build = (any) => any) => {
    const rows = timing.filter((row) => row.says === says2 && row.place === place);
    return rows.length ? new RegExp(build(`(?:${rows.map((row) => pattern(row.words)).join("|")})`)) : NEVER;
  };
  const readers2 = (says2, reach) => {
    const touching = of(says2, "touching", (any) => `${any}${NEAR2}`);
    const before = of(says2, "before");
    const behind = of(says2, "behind", (any) => `^${any}`);
    const after2 = of(says2, "after", (any) => `^[^,\u3002;]{0,10}?${any}`);
    const around2 = of(says2, "around");
    const sentence = of(says2, "sentence");
    return (a) => touching.test(a.before.slice(-FAR2)) || before.test(a.before) || behind.test(a.behind) || after2.test(a.behind) || around2.test(`${a.before.slice(-reach)}\uFF5C${a.behind}`) || sentence.test(a.sentence);
  };
  const named = of("notice", "touching");
  const notice = named.source;
  const other = of("other", "touching");
  const received = new RegExp(
    `(?:(?:(?:\u6536\u5230|\u63A5\u5230|\u63A5|\u6536)[^,\u3002;]{0,10}?(?:${notice})?|(?:\u6536|\u63A5|\u89C1|\u6765)\u6587|\u6587\u5230|\u6536\u51FD|(?:\u81EA|\u4ECE)?\u5373\u65E5)(?:\u4E0B\u53D1|\u5370\u53D1|\u516C\u5F00|\u53D1\u5E03|\u516C\u5E03|\u53D1\u51FA)?(?:\u4E4B\u65E5\u8D77|\u65E5\u8D77|\u8D77|\u540E|\u4E4B\u65E5|\u4E4B\u540E)|(?:\u6536\u5230|\u63A5\u5230|\u63A5|\u81EA)[^,\u3002;]{0,4}(?:${notice})|(?:\u6536|\u63A5|\u89C1|\u6765|\u53D1)\u6587(?:\u4E4B\u65E5)?\u8D77?|(?:${notice})\u4E4B\u65E5|(?:\u672C|\u6B64|\u8BE5)(?:\u6B21)?(?:${notice})[^,\u3002;]{0,8}|(?:${notice})(?:\u4E0B\u53D1|\u5370\u53D1|\u516C\u5F00|\u53D1\u5E03|\u516C\u5E03|\u53D1\u51FA)[^,\u3002;]{0,6})(?:\u4E4B\u65E5\u8D77|\u65E5\u8D77|\u8D77|\u540E|\u4E4B\u65E5|\u4E4B\u540E)?[^,\u3002;]{0,4}$`
  );
  const label = of(
    "label",
    "touching",
    (any) => `(?:^|[,;:\u3001()])\\s{0,9}([^,;:\u3001()\\d]{0,8}${any})(?:\u8981\u6C42)?(?:\u4E3A|\u662F|\u81F3)?:?(?:[^,\u3002;:]{0,10}(?:\u6536\u5230|\u63A5\u5230)[^,\u3002;:]{0,8}[\u540E\u8D77]|\u81EA?\u5373\u65E5\u8D77\u81F3)?\\s{0,9}$`
  );
  const noLabel = of("no_label", "touching");
  const latest = of("latest", "touching", (any) => `${any}(?:\u4E8E|\u5728|\u4E0D\u8D85\u8FC7|\u5E94[\u4E8E\u5728])?\\s{0,9}$`);
  const given = of("given", "touching", (any) => `(?<!\u5DF2)${any}\\s{0,9}$`);
  return {
    isOver: readers2("over", 6),
    isStanding: readers2("standing", 20),
    isRepeated: readers2("repeated", 20),
    isFromNotice(before) {
      const event = received.exec(before);
      if (event === null) return false;
      return !other.test(named.test(event[0]) ? event[0] : before.slice(Math.max(0, event.index - 8)));
    },
    labelIn(before) {
      const found2 = label.exec(before)?.[1];
      return found2 && !noLabel.test(found2) ? found2 : null;
    },
    isLatest: (before) => latest.test(before),
    givenIn: (before) => given.exec(before)?.[0] ?? null
  };
}
function pattern(words2) {
  return words2.split("|").map(
    (any) => any.split(" ").map((word) => word.replace(/[.*+?^${}()[\]\\]/g, "\\$&")).join(GAP3)
  ).sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).join("|");
}

// src/records/deadlines.ts
var PAPER = /(?<!落实)(?:整改|处置|清理|归并|改正|核查|自查|解决|销号)(?:落实|完成|工作)?(?:方案|情况|报告|结果|台账|清单|措施|计划|材料|表|意见|建议|进展|进度|回执|说明|责任书|承诺)/g;
var INSPECTOR = /^(?:[^,。;]{0,12})?(?:我办|我局|我厅|我委|我中心|本办|办公室|办公厅)[^,。;]{0,6}(?<!已)(?:将|拟|计划|会同)/;
function findDeadlines(reading) {
  const out = [];
  for (const [origin, passage] of reading.outline.passages.entries()) {
    if (passage.role === "criteria" || passage.annex > 0) continue;
    if (!hasTime(reading, passage)) continue;
    for (const sentence of sentences(reading.text, passage.start, passage.end))
      if (hasTime(reading, sentence))
        for (const clause of sentence.clauses) out.push(...clauseDeadlines(reading, origin, sentence, clause));
  }
  for (const deadline of tableDeadlines(reading)) out.push(deadline);
  return out;
}
function hasTime({ mentions }, { start, end }) {
  for (let i = firstFrom(mentions, start); i < mentions.length && mentions[i].start < end; i++)
    if (mentions[i].kind === "time") return true;
  return false;
}
function eachOnce(found2) {
  const seen = /* @__PURE__ */ new Set();
  return found2.filter((d) => {
    const key = `${d.due}|${d.due && d.kind === "absolute" ? "" : d.evidence[0].start}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
var SHOULD_HAVE = /^(?:公开|公布|发布|公示|更新|上网|报送|提交|上报|印发|出台|答复|回复|办结)的/;
var LATEST = /(?:最|至|不得|不能|不)[迟晚]于?\s{0,4}$/;
function tableDeadlines(reading) {
  const out = /* @__PURE__ */ new Map();
  for (const grid of reading.outline.grids) {
    const column = columnsOf(grid, reading).findIndex((c) => c?.role === "deadline");
    if (column < 0) continue;
    for (const [r, row] of grid.rows.entries()) {
      const cell = row[column];
      const time = mentionsIn(reading, "time", cell.start, cell.end)[0];
      const due = time ? dueIn(reading, cell) : null;
      if (!time || !due || cell.filled) continue;
      const evidence = evidenceOf(reading, time.start, time.end, whereInTable(reading, grid, r));
      const known7 = out.get(due);
      if (known7) known7.evidence.push(evidence);
      else
        out.set(due, {
          due,
          text: tight(cell.text),
          kind: "absolute",
          actor: null,
          action: tight(grid.columns[column].text),
          recipient: null,
          state: stateOf(reading, time.start, time.end, time.value.from?.year === void 0),
          ...confidenceOf("due_column"),
          evidence: [evidence],
          sentence: { start: cell.start, end: cell.end },
          time: { start: time.start, end: time.end },
          clauseEnd: cell.end,
          passage: null,
          mends: false,
          acts: false
        });
    }
  }
  return [...out.values()];
}
function clauseDeadlines(reading, origin, sentence, clause) {
  const { text: text2, anchor, kit: kit2, outline } = reading;
  const passage = outline.passages[origin];
  const timing = timingOf(kit2);
  const out = [];
  for (const time of mentionsIn(reading, "time", clause.start, clause.end)) {
    const before = text2.slice(clause.start, time.start);
    const behind = text2.slice(time.end, clause.end);
    const by = time.value.bound !== void 0 ? null : time.value.from?.day !== void 0 ? BY.exec(behind) : time.value.from ? BY_END.exec(behind) : null;
    const v = by ? { ...time.value, bound: "before" } : time.value;
    const after2 = by ? behind.slice(by[0].length) : behind;
    const end = time.end + (by?.[0].length ?? 0);
    const granted = after2.trim() === "" && v.from?.day !== void 0 ? timing.givenIn(before) ?? void 0 : void 0;
    const labelled2 = granted ?? labelOf2(timing, text2.slice(sentence.start, time.start), v);
    const opened = FROM_NOW.test(before) || v.from?.day !== void 0 && /^为(?:限|最后期限|截止)/.test(after2) || v.from !== void 0 && v.to !== void 0 && PHASE.test(after2);
    const asked = (words2) => says(words2.replace(/通报/g, ""), kit2.demands.ask);
    if (sentence.asides.some((a) => a.start < time.start && a.end > time.end && text2[a.start] === "\u300A"))
      continue;
    if (v.bound === "within" && v.from && v.from.month === void 0 && passage.role !== "requirements" && !DEMANDED.test(text2.slice(sentence.start, sentence.end)))
      continue;
    if (!isDue(v, before, after2, kit2, timing) && !labelled2 && !opened) continue;
    const following = sentence.clauses.find((c) => c.start >= clause.end);
    const told2 = text2.slice(sentence.start, time.start);
    const behindIt = after2.trim().length > 0 ? after2 : following ? text2.slice(following.start, following.end) : "";
    const own = (words2) => isAside(sentence, time.start, time.end) ? "" : words2.replace(/通报/g, "");
    const bare2 = BARE.test(tight(behindIt)) && !asked(labelled2 ?? "") && !asked(own(before));
    const ends2 = behindIt.trim() === "" && timing.isLatest(before) && asked(own(before));
    const action = ends2 ? before.replace(LATEST, "") : bare2 ? demandBefore(text2, sentence, clause, time.start) : behindIt;
    if (!labelled2 && !opened && !asked(action) && !(v.bound === "before" && v.from && !/^的/.test(after2.trim()) && after2.trim() !== "") && !((v.bound === "before" || v.bound === "within") && OBLIGED.test(action)))
      continue;
    if (timing.isOver({
      before: tight(before),
      behind: tight(after2),
      sentence: DEMANDED.test(told2) ? "" : told2
    }) || !labelled2 && !opened && BARRED.test(before.trim()) && !(v.bound === "before" && UP_TO.test(before)))
      continue;
    const short = v.duration?.unit === "hour" || v.duration?.unit === "minute";
    if (short && !labelled2 && !/通报|通知|公告|函|文/.test(before)) continue;
    if (v.duration && !labelled2 && !timing.isFromNotice(before) && !sentenceFromNotice(text2, sentence, clause, timing)) {
      if (timing.isStanding({ before, behind: after2, sentence: told2 }) || /(?:后|起|时)\s*$/.test(before) || !(says(action, kit2.demands.act) && /(?:限|责令|务必|请)[^,。;]{0,16}$/.test(before) || before.trim() === "" && /^\s*(?:请|责令|要求)/.test(action) || !short && says(after2, kit2.demands.mend) && /(?:限|责令|务必|要|应|须|请|于|在|的)[^,。;]{0,4}$/.test(before)))
        continue;
    }
    if (/应当?[于在]\s*$/.test(before) && (/^[^,。;的]{1,10}的(?:整改|材料|报告|情况|报表|台账|总结)/.test(after2) || SHOULD_HAVE.test(after2)))
      continue;
    if (/^当[日天]/.test(text2.slice(time.start, time.end)) && time.start > sentence.start && told2.includes("\u524D"))
      continue;
    if (/^[^,。;“"]{1,10}的[“"]/.test(after2.trim())) continue;
    if (timing.isRepeated({ before, behind: after2, sentence: "" })) continue;
    const due = dueOf(reading, v);
    const deed = tight(labelled2 ? labelled2 + action : action).replace(PAPER, "");
    if (due.day && anchor.date && due.day < anchor.date && MISSED.test(text2.slice(clause.end, sentence.end)))
      continue;
    const inspector = INSPECTOR.test(text2.slice(sentence.start, sentence.end));
    if (due.day && anchor.date && due.day < anchor.date && passage.role !== "requirements" && !DEMANDED.test(text2.slice(sentence.start, sentence.end)))
      continue;
    if (due.day && anchor.date && due.day < addDays(anchor.date, -45)) continue;
    out.push({
      due: due.day,
      text: tight(text2.slice(due.start ?? time.start, end)),
      kind: due.relative ? "relative" : "absolute",
      actor: actorOf(text2, sentence, clause, time.start),
      action: tight(labelled2 ?? action).replace(/^[前内,、]+/, "").slice(0, 60) || null,
      recipient: recipientOf(action),
      state: stateOf(reading, time.start, end, v.from?.year === void 0 && !due.relative),
      ...confidenceOf(due.day ? "due_date" : "no_day"),
      evidence: [evidenceOf(reading, time.start, end, whereOf(passage))],
      sentence: { start: sentence.start, end: sentence.end },
      time: { start: time.start, end: time.end },
      clauseEnd: clause.end,
      passage: origin,
      mends: (granted !== void 0 && !/报|交|反馈/.test(before) || says(deed, kit2.demands.mend)) && !inspector,
      acts: says(deed, kit2.demands.act) && !inspector && (!bare2 || isAside(sentence, time.start, time.end))
    });
  }
  return out;
}
var BY = /^(?:\([^()]{1,16}\)[^,。;\d]{0,4}|[^,。;\d前后至到]{1,4})(?:之前|以前|前)(?![述后期往来台景])/;
var FROM_NOW = /(?:即日|今日|现在|通[报知](?:下发|印发|发布)?之日)起?(?:开始)?(?:至|到)\s*$/;
var PHASE = /^为[^,。;]{0,6}(?:整改|清理|自查|攻坚)[^,。;]{0,4}(?:期|阶段|时间)/;
var BARE = /^[)]?(?:前|内|止)?(?:全部|全面|必须|须|要)?(?:完成|落实到位|到位)?[)。;]?$/;
var MISSED = /^[,;][^。;]{0,20}(?:但|却|然而|至今|直到)[^。;]{0,20}[未没]/;
var OBLIGED = /须|务必|必须|应(?!用|急|答)|请|(?<![主重需首必])要(?![点求素闻件])/;
var BARRED = /(?:截至|截止|至|到|从|自|了)$/;
var UP_TO = /(?<![截收接达得直])[到至]\s*$/;
var ON_DAY = /(?:限|定于|截止时间为|截止日期为|时限为|截至|(?:请|须|应|务必|必须|要)[^,。;]{0,12}(?:于|在))\s*$/;
var BY_END = /^(?:结束|终了|到期|期满)(?:之前|以前|前)/;
var DEMANDED = /请|要|须|务必|应|责成|责令|限/;
function isDue(v, before, after2, kit2, timing) {
  if (v.bound === "since" || v.bound === "after") return false;
  if (/^\d/.test(after2)) return false;
  if (v.bound === "before")
    return v.from !== void 0 || v.weekday !== void 0 || v.dayOffset !== void 0 || v.duration === void 0;
  if (v.bound === "within") return v.duration !== void 0 || v.from !== void 0 || v.weekday !== void 0;
  if (v.immediately) return false;
  if (v.from?.edge === "end" || v.from?.tenDays !== void 0)
    return /^(?:前|,?报|之前|务必)/.test(after2.trim()) || /^(?:全部|全面)?完成/.test(after2.trim()) && v.to === void 0;
  if (v.to !== void 0) return false;
  if (v.weekday && v.clock) return true;
  if (timing.isLatest(before)) return isWhen(v);
  if (v.duration && /限期?\s*$/.test(before))
    return says(after2, kit2.demands.mend) || says(after2, kit2.demands.act);
  return v.from?.day !== void 0 && ON_DAY.test(before) && says(after2, kit2.demands.ask);
}
function labelOf2(timing, before, v) {
  const label = isWhen(v) ? timing.labelIn(before) : null;
  return label && v.duration && !/整改|完成|限期|销号|清理|^时限|^期限/.test(label) ? null : label;
}
var isWhen = (v) => v.duration !== void 0 || v.weekday !== void 0 || v.dayOffset !== void 0 || v.from !== void 0 && (v.to === void 0 || v.bound === "before");
var says = (words2, any) => any.some((word) => words2.includes(word));
function sentenceFromNotice(text2, sentence, clause, timing) {
  return sentence.clauses.some(
    (c) => c.end <= clause.start && timing.isFromNotice(text2.slice(c.start, c.end))
  );
}
function demandBefore(text2, sentence, clause, at2) {
  const aside = sentence.asides.find((a) => a.start < at2 && a.end >= at2);
  if (aside) return text2.slice(clause.start, aside.start);
  const before = sentence.clauses.filter((c) => c.end <= clause.start).at(-1);
  return before ? text2.slice(before.start, before.end) : "";
}
function actorOf(text2, sentence, clause, until) {
  const own = text2.slice(clause.start, until).replace(/(?:务必|要|应|须|必须|需|请|于|在|并|且|将|前){1,9}\s{0,9}$/, "");
  const pick2 = (words2) => /((?:各|有关|相关|上述|以上|涉及|存在问题|不合格|责任|其他|其余)?[^,。;:]{0,30}?(?:单位|部门|政府|乡镇|街道|县\(?市|网站|账号|局|委|办|中心|管委会|区))/.exec(
    words2
  )?.[1];
  const found2 = pick2(own) ?? sentence.clauses.filter((c) => c.end <= clause.start).reverse().map((c) => pick2(text2.slice(c.start, c.end))).find(Boolean);
  return found2 ? tight(found2).replace(/^(?:请|责成|要求|由)/, "") : null;
}
function recipientOf(action) {
  const m = /(?:报送?至?|上报至?|反馈至?|报告|提交至?|函告|报)((?:市|县|区|省|州|旗|我|国|政务|府)[^,。;:()]{1,20}?(?:办公室|办公厅|办|局|委|中心|处|科|股|室|司))/.exec(
    action
  );
  return m ? tight(m[1]) : null;
}

// src/records/fingerprint.ts
var BINS = 128;
var SHINGLE = 4;
function fingerprintOf(text2) {
  const least = new Uint32Array(BINS).fill(4294967295);
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let seen = 0;
  for (let i = 0; i < text2.length; i++) {
    const code = text2.charCodeAt(i);
    const counts = code >= 13312 && code <= 40959 || code >= 48 && code <= 57;
    if (!counts) continue;
    a = b;
    b = c;
    c = d;
    d = code;
    if (++seen < SHINGLE) continue;
    let hash = Math.imul(2166136261 ^ a, 16777619);
    hash = Math.imul(hash ^ b, 16777619);
    hash = Math.imul(hash ^ c, 16777619);
    hash = Math.imul(hash ^ d, 16777619);
    hash = Math.imul(hash ^ hash >>> 15, 739982445);
    hash = Math.imul(hash ^ hash >>> 12, 695872825);
    hash = (hash ^ hash >>> 15) >>> 0;
    const bin = hash >>> 25;
    const rest = hash & 33554431;
    if (rest < least[bin]) least[bin] = rest;
  }
  return Buffer.from(Uint16Array.from(densified(least)).buffer).toString("base64");
}
function densified(least) {
  return [...least].map((_, bin) => {
    for (let step = 0; step < BINS; step++) {
      const value = least[(bin + step) % BINS];
      if (value !== 4294967295) return (Math.imul(value, 2654435761) ^ step * 2246822507) >>> 16;
    }
    return 0;
  });
}

// src/resolve/notice-region.ts
function resolveRegion(text2, hits, clues, siteCodes, level, date, kit2) {
  const votes = /* @__PURE__ */ new Map();
  const named = [];
  const clueOf = [];
  for (const clue of clues)
    for (const hit of hits.longest("region", clue.start, clue.end)) {
      const regions = kit2.regions.named(text2.slice(hit.start, hit.end), date);
      if (regions.length === 0) continue;
      named.push([...regions]);
      clueOf.push({ regions, weight: clue.weight });
    }
  for (const code of siteCodes) {
    const region = kit2.regions.at(code, date);
    if (region) clueOf.push({ regions: [region], weight: 3 });
  }
  for (const { regions, weight } of clueOf)
    for (const region of regions) {
      const share = regions.length === 1 ? weight : weight / (regions.length + 1);
      votes.set(region.code, (votes.get(region.code) ?? 0) + share);
    }
  if (votes.size === 0) return null;
  const score2 = (code) => {
    const own = votes.get(code);
    const r = kit2.regions.at(code, date);
    let support = 0;
    for (const up of kit2.regions.lineage(code, date).slice(1))
      support += Math.min(votes.get(up.code) ?? 0, own) * 0.6;
    const prefix = code.replace(/(?:00){1,3}$/, "");
    let inside = 0;
    for (const [other, n] of votes)
      if (other !== code && other.startsWith(prefix)) inside += Math.min(n, 2) * 0.25;
    return own + support + Math.min(inside, own) + (level && r?.level === level ? own * 0.8 : 0);
  };
  let best = null;
  for (const code of votes.keys()) {
    const s = score2(code);
    if (!best || s > best.score || s === best.score && code < best.code) best = { code, score: s };
  }
  return best ? kit2.regions.at(best.code, date) ?? null : null;
}

// src/segment/title.ts
var SUBJECT = /检查|抽查|普查|自查|监测|巡查|监管|运维|督查|运行|考核|考评|测评|评估|整改|网站|新媒体|政务公开|信息公开|报送|办理|通报|抽检|排查|内容保障|绩效/;
var LONGEST2 = 110;
function findTitle(lines, kit2, declared = null, said = []) {
  const printed = findPrinted(lines, kit2, declared && clean(declared.text));
  if (printed || !declared) return printed ?? findRepeated(lines, said);
  const text2 = clean(declared.text);
  const genre = genreOf(text2, kit2);
  return genre && isTitle(text2) ? { start: declared.start, end: declared.end, text: text2, genre } : findRepeated(lines, said);
}
function findRepeated(lines, said) {
  const known7 = lines.map((l) => clean(l.text));
  for (const [k, line] of lines.entries()) {
    const text2 = known7[k];
    if (text2.length < 10 || text2.length > LONGEST2 || !SUBJECT.test(text2) || /[。;|>]/.test(text2)) continue;
    const called = [...said, ...known7.slice(0, k)].some(
      (other) => other.startsWith(text2) && /^(?:[-—_:|]|$)/.test(other.slice(text2.length))
    );
    if (called) return { start: line.start, end: line.end, text: text2, genre: "other" };
  }
  return null;
}
function findPrinted(lines, kit2, declared) {
  const found2 = [];
  for (let i = 0; i < lines.length; i++)
    for (let n = 1; n <= 3 && i + n <= lines.length; n++) {
      const part = lines.slice(i, i + n);
      if (n > 1 && part.slice(1).some((l) => l.gap > 2)) break;
      const text2 = clean(part.map((l) => l.text).join(""));
      if (text2.length > LONGEST2) break;
      const genre = genreOf(text2, kit2);
      if (genre && isTitle(text2) && (n === 1 || joins2(part, kit2)))
        found2.push({ start: part[0].start, end: part.at(-1).end, text: text2, genre, parts: n, order: i });
    }
  if (found2.length === 0) return null;
  const same = declared === null ? void 0 : found2.find((t2) => t2.text === declared);
  if (same) return { start: same.start, end: same.end, text: same.text, genre: same.genre };
  const alone = (t2) => t2.parts > 1 && found2.some((o) => o.parts < t2.parts && o.end < t2.start && t2.text.endsWith(o.text));
  const best = found2.filter((t2) => !alone(t2)).sort((x, y) => score(y) - score(x) || (x.end === y.end ? x.start - y.start : y.order - x.order))[0];
  const fuller = found2.filter((t2) => t2.parts === 1 && t2.text.length > best.text.length && t2.text.endsWith(best.text)).sort((x, y) => y.text.length - x.text.length)[0] ?? best;
  return { start: fuller.start, end: fuller.end, text: fuller.text, genre: fuller.genre };
}
function score(t2) {
  return (SUBJECT.test(t2.text) ? 4 : 0) + (t2.text.includes("\u5173\u4E8E") ? 2 : 0) + (t2.text.length >= 12 ? 2 : 0) + (/\d{4}年|季度|半年|月份/.test(t2.text) ? 1 : 0) + (t2.text.startsWith("\u5173\u4E8E") && t2.parts === 1 ? 0 : t2.parts > 1 ? 0.5 : 0);
}
function joins2(part, kit2) {
  return part.slice(0, -1).every((l, k) => {
    const next = part[k + 1].text;
    const own = clean(l.text);
    if (/^[·•◆■>»]|->|[>»]/.test(l.text) || /[:。;,?!|>]$/.test(l.text) || l.text.length < 4 || /^\d/.test(own) || /^[首您当]/.test(own) || /:/.test(own))
      return false;
    if (genreOf(own, kit2) && isTitle(own)) return false;
    if (k === part.length - 2 && next.includes("\u5173\u4E8E") && !next.startsWith("\u5173\u4E8E") && genreOf(clean(next), kit2))
      return false;
    return next.startsWith("\u5173\u4E8E") ? !/[主承协]办$/.test(own) && /(?:政府|办公厅|办公室|局|委|委员会|中心|部|厅|办|会|院|处|公司|区)$/.test(own) : own.includes("\u5173\u4E8E") || /\d年/.test(own);
  });
}
function isTitle(text2) {
  return text2.length >= 6 && !/^[·•◆■]/.test(text2) && !/[。;!?]|^(?:附件|抄送|主办|来源|上一|下一|联系|注)|如下|:$/.test(text2) && !/[,:].*[,:]/.test(text2) && (text2.includes("\u5173\u4E8E") || SUBJECT.test(text2));
}
function genreOf(text2, kit2) {
  if (!mayEndTitle(text2, kit2)) return null;
  const body = text2.replace(/\([^()]*\)$/, "").replace(/[》”"]$/, "");
  let best = null;
  for (const row of kit2.tables.kinds)
    if (body.endsWith(row.word) && row.word.length > (best?.word.length ?? 0)) best = row;
  return best?.genre ?? null;
}
var endings = /* @__PURE__ */ new WeakMap();
function mayEndTitle(text2, kit2) {
  let ends2 = endings.get(kit2);
  if (!ends2)
    endings.set(kit2, ends2 = /* @__PURE__ */ new Set([...kit2.tables.kinds.map((row) => row.word.at(-1)), ...')\u300B\u201D"']));
  return ends2.has(text2.at(-1) ?? "");
}
function clean(text2) {
  let t2 = tight(text2).replace(/^[【[][^】\]]{1,8}[】\]]/, "");
  const pieces3 = t2.split(/[_|]/).map((p) => p.trim()).filter(Boolean);
  if (pieces3.length > 1) t2 = pieces3.find((p) => /关于|通报|报告/.test(p)) ?? t2;
  t2 = t2.replace(/^(?:标题|名称|题目):/, "").replace(/\s{0,9}\(?[\u4e00-\u9fff]{2,10}[〔[(]\d{4}[〕\])]\d{1,9}号\)?$/, "");
  const quoted = /^[^《]*〔\d{4}〕\d+号《(.+)》$/.exec(t2);
  return quoted ? quoted[1] : t2;
}

// src/records/period.ts
function periodOf({ outline, mentions }, text2, date) {
  const spans = [];
  if (outline.title) spans.push(outline.title);
  for (const m of outline.metadata) if (m.field === "title") spans.push(m);
  for (const p of outline.passages.filter((p2) => p2.annex === 0).slice(0, 3))
    spans.push({ start: p.start, end: Math.min(p.end, p.start + 400) });
  for (const g of outline.grids.slice(0, 1)) spans.push({ start: Math.max(0, g.start - 80), end: g.start });
  const anchor = { date, year: yearNamed(mentions), quarter: null };
  for (const [k, span] of spans.entries()) {
    const times = mentions.filter(
      (m) => m.kind === "time" && m.start >= span.start && m.end <= span.end
    );
    const isTitle2 = k === 0 && outline.title !== null;
    const found2 = pick(times, isTitle2, text2);
    if (!found2) continue;
    const value = labelled(found2.calendar, anchor);
    if (value) return { value, start: found2.start, end: found2.end };
  }
  return null;
}
function pick(times, isTitle2, text2) {
  const own = times.filter(
    (t2) => t2.value.from && !t2.value.bound && !(t2.value.to && t2.value.from.day !== void 0)
  );
  const isPart3 = (c) => c.quarter !== void 0 || c.half !== void 0 || c.round !== void 0 || c.quarterOffset === 0 || c.month !== void 0 && c.day === void 0 && !c.tenDays && !c.edge;
  for (const t2 of own) {
    const c = t2.value.from;
    if (!isPart3(c) || c.edge) continue;
    const about = text2.slice(t2.end, t2.end + 24);
    const before = text2.slice(Math.max(0, t2.start - 6), t2.start);
    if (!isTitle2 && (/(?:较|比|与|去年|截至|截止|至)$/.test(before) || !/检查|抽查|普查|自查|监测|巡查|运行|监管|通报|考核|评估|测评|网站|新媒体|工作/.test(about)))
      continue;
    if (!isTitle2 && c.month !== void 0 && c.quarter === void 0 && !/份/.test(text2.slice(t2.start, t2.end)) && !/^[^,。]{0,16}(?:检查|抽查|监测|普查|通报|巡查|运行)情况/.test(about))
      continue;
    const year2 = own.map((o) => o.value.from).find((from) => from !== c && from.year !== void 0 && Object.keys(from).length === 1)?.year;
    const calendar = {
      ...c,
      ...c.year === void 0 && year2 !== void 0 && { year: year2 },
      ...t2.value.to?.month !== void 0 && c.month !== void 0 && { monthTo: t2.value.to.month }
    };
    return { calendar, start: t2.start, end: t2.end };
  }
  if (!isTitle2) return null;
  const year = own.find(
    (t2) => (t2.value.from.year !== void 0 || t2.value.from.yearOffset !== void 0) && t2.value.from.month === void 0
  );
  return year ? { calendar: year.value.from, start: year.start, end: year.end } : null;
}
function labelled(c, anchor) {
  const range = resolveCalendar(
    c.round !== void 0 ? {
      ...c.year !== void 0 && { year: c.year },
      ...c.yearOffset !== void 0 && { yearOffset: c.yearOffset },
      wholeYear: true
    } : c,
    anchor,
    "past"
  );
  if (!range) return null;
  const year = range.start.slice(0, 4);
  const { start, end } = range;
  const whole2 = { start, end };
  if (c.round !== void 0 && c.quarter === void 0) return { label: `${year}#${c.round}`, ...whole2 };
  if ((c.quarter !== void 0 || c.quarterOffset !== void 0) && c.quarterTo === void 0)
    return { label: `${year}Q${Math.ceil(Number(start.slice(5, 7)) / 3)}`, ...whole2 };
  if (c.half) return { label: `${year}H${c.half}`, ...whole2 };
  if (c.month !== void 0 && c.monthTo === void 0) return { label: start.slice(0, 7), ...whole2 };
  if (c.monthTo !== void 0 || c.quarterTo !== void 0) return { label: `${start}/${end}`, ...whole2 };
  return { label: year, ...whole2 };
}
function yearNamed(mentions) {
  for (const m of mentions)
    if (m.kind === "time" && m.value.from?.year !== void 0 && m.value.from.year > 2e3)
      return m.value.from.year;
  return null;
}

// src/records/header.ts
function readHeader(parts3) {
  const { outline, mentions } = parts3;
  const issued = issuedOn(parts3);
  const published = publishedOn(parts3);
  const date = issued?.value ?? published?.value ?? null;
  const title = outline.title ? { value: outline.title.text, start: outline.title.start, end: outline.title.end } : declaredTitle(parts3);
  const region = noticeRegion(parts3, date);
  const place = placeOf(region, date, parts3.kit, region ? null : ministryOf(outline));
  const period = periodOf(parts3, parts3.normalized.text, date);
  const anchor = {
    date,
    year: period ? Number(period.value.start.slice(0, 4)) : yearNamed(mentions),
    quarter: period && /Q(\d)$/.exec(period.value.label) ? Number(period.value.label.slice(-1)) : null
  };
  return {
    title,
    genre: genreIn(parts3),
    issuer: issuerOf(parts3, place),
    docNumber: docNumberOf(parts3),
    indexNumber: metadataText(outline, "index_number"),
    issued,
    published,
    region,
    period,
    place,
    anchor
  };
}
function metadata(outline, field) {
  return outline.metadata.filter((m) => m.field === field && !/^(?:无|—|-|暂无|\/)*$/.test(m.text.trim()));
}
function metadataText(outline, field) {
  const found2 = metadata(outline, field)[0];
  return found2 ? { value: tight(found2.text).replace(/[\]】]$/, ""), start: found2.start, end: found2.end } : null;
}
function dayOf(mention) {
  const c = mention.value.from;
  if (!c || c.year === void 0 || c.month === void 0 || c.day === void 0) return null;
  return isoDate(c.year < 100 ? 2e3 + c.year : c.year, c.month, c.day);
}
function dayIn(mentions, start, end) {
  for (const m of mentions) {
    if (m.start < start) continue;
    if (m.start >= end) break;
    const value = m.kind === "time" ? dayOf(m) : null;
    if (value) return { value, start: m.start, end: m.end };
  }
  return null;
}
function issuedOn({ outline, mentions }) {
  const signed = outline.signature?.date;
  const day = signed ? dayOf(signed) : null;
  if (signed && day) return { value: day, start: signed.start, end: signed.end };
  for (const m of metadata(outline, "issued")) {
    const found2 = dayIn(mentions, m.start, m.end);
    if (found2 && /成文|生成|签发|印发/.test(m.key)) return found2;
  }
  return null;
}
function publishedOn(parts3) {
  const { outline, mentions } = parts3;
  for (const m of metadata(outline, "published")) {
    const found2 = dayIn(mentions, m.start, Math.max(m.end, m.start + 12));
    if (found2) return found2;
  }
  for (const name of ["PubDate", "publishdate"]) {
    const line = declaredAt(parts3, name);
    const found2 = line && dayIn(mentions, line.start, line.end);
    if (found2) return found2;
  }
  const above = outline.addressees[0]?.start ?? outline.body.start;
  const skipped = [outline.title, ...metadata(outline, "issued"), ...metadata(outline, "index_number")];
  for (const m of mentions) {
    if (m.end > above) break;
    const value = m.kind === "time" ? dayOf(m) : null;
    if (value && !skipped.some((s) => s && m.start >= s.start && m.end <= s.end))
      return { value, start: m.start, end: m.end };
  }
  for (const m of metadata(outline, "issued")) {
    const found2 = dayIn(mentions, m.start, m.end);
    if (found2 && !/成文|生成|签发|印发/.test(m.key)) return found2;
  }
  return null;
}
function declaredTitle(parts3) {
  const line = declaredAt(parts3, "ArticleTitle");
  return line && { value: tight(parts3.normalized.text.slice(line.start, line.end)), ...line };
}
function declaredAt({ source, normalized }, name) {
  const mark = source.marks.find((m) => m.kind === "declared" && m.name === name);
  return mark ? {
    start: normalized.map.fromSource(mark.start + name.length + 2),
    end: normalized.map.fromSource(mark.end)
  } : null;
}
function docNumberOf({ outline, mentions, normalized }) {
  const own = metadata(outline, "doc_number")[0];
  const inMetadata = own && mentions.find((m) => m.kind === "doc_number" && m.start >= own.start && m.end <= own.end);
  const end = outline.addressees[0]?.start ?? outline.passages[0]?.start ?? outline.body.start;
  const inHead = mentions.find(
    (m) => m.kind === "doc_number" && m.end <= end && !/[《(]\s*$/.test(normalized.text.slice(0, m.start)) && outline.head.some((l) => m.start >= l.start && m.end <= l.end)
  );
  const opening2 = mentions.find(
    (m) => m.kind === "doc_number" && m.start >= outline.body.start - 200 && m.start <= (outline.addressees[0]?.start ?? outline.body.start) + 2 && !/[《(]\s*$/.test(normalized.text.slice(0, m.start))
  );
  const inTitle2 = outline.title && mentions.find(
    (m) => m.kind === "doc_number" && m.start >= outline.title.start && m.end <= outline.title.end + 30 && m.end <= end
  );
  const found2 = inMetadata ?? inHead ?? inTitle2 ?? opening2;
  return found2?.kind === "doc_number" ? { value: formatDocNumber(found2), start: found2.start, end: found2.end } : null;
}
var BEFORE_AGENCY = /^.*(?:按照|根据|依据|落实|执行|印发|关于|贯彻|转发|依照|参照|对照|遵照|沿用|采用|参考|文件|通知|以及|结合|和|与|及|的|按)/;
function formatDocNumber(m) {
  return `${m.value.agency.replace(BEFORE_AGENCY, "")}\u3014${m.value.year}\u3015${m.value.serial}\u53F7`;
}
function citationsOf({ outline, mentions }, own) {
  const out = [];
  for (const m of mentions) {
    if (m.kind !== "doc_number" || !outline.passages.some((p) => p.annex === 0 && m.start >= p.start && m.end <= p.end))
      continue;
    const number = formatDocNumber(m);
    if (number !== own && !number.startsWith("\u3014") && !out.includes(number)) out.push(number);
  }
  return out;
}
function genreIn({ outline, normalized, kit: kit2, source }) {
  if (outline.title && outline.title.genre !== "other") return outline.title.genre;
  const declared = source.declared.ArticleTitle ? genreOf(tight(source.declared.ArticleTitle), kit2) : null;
  if (declared) return declared;
  const opening2 = normalized.text.slice(outline.body.start, outline.body.start + 800);
  if (/本报讯|记者(?:从|获悉|了解|采访)/.test(opening2)) return "other";
  if (/自查[^。]{0,40}(?:报告|汇报)如下|自查情况如下/.test(opening2)) return "self_report";
  if (/公告如下|通告如下|公示如下|予以公告|现公告/.test(opening2)) return "announcement";
  if (/通报如下|予以通报|通报/.test(opening2)) return "circular";
  if (/(?:情况)?报告如下|汇报如下/.test(opening2)) return "report";
  if (/通知如下/.test(opening2)) return "notice";
  return "other";
}
function ministryOf(outline) {
  const words2 = outline.signature?.agencies[0]?.text ?? outline.title?.text ?? "";
  return /^(?:中华人民共和国)?([\u4e00-\u9fff]{2,10}?(?:部|总局|署))(?=办公厅|办公室|关于|$)/.exec(words2)?.[1] ?? null;
}
var LEVELS = {
  \u7701: "province",
  \u53BF: "county",
  \u533A: "county",
  \u65D7: "county",
  \u5DDE: "city",
  \u76DF: "city"
};
function noticeRegion(parts3, date) {
  const { outline, normalized, hits, kit: kit2, source } = parts3;
  const { text: text2 } = normalized;
  const clues = [];
  const national = /^(?:中华人民共和国|国务院|国家)?[\u4e00-\u9fff]{2,8}?(?:部|总局|署|委员会|局)(?:办公厅|办公室)?(?=关于|$)/;
  const issuers = [...outline.signature?.agencies.map((a) => a.text) ?? [], outline.title?.text ?? ""];
  for (const a of outline.signature?.agencies ?? []) clues.push({ start: a.start, end: a.end, weight: 12 });
  if (outline.title) clues.push({ start: outline.title.start, end: outline.title.end, weight: 12 });
  for (const m of outline.metadata)
    if (m.field === "publisher" || m.field === "title")
      clues.push({ start: m.start, end: m.end, weight: m.field === "publisher" ? 5 : 8 });
  for (const a of outline.addressees) clues.push({ start: a.start, end: a.end, weight: 2 });
  for (const l of outline.head) clues.push({ start: l.start, end: l.end, weight: 1.5 });
  for (const f of outline.furniture) clues.push({ start: f.start, end: f.end, weight: 0.6 });
  const body = outline.passages.slice(0, 6);
  for (const p of body) clues.push({ start: p.start, end: Math.min(p.end, p.start + 600), weight: 1 });
  const named = issuers.some((i) => i && hitsIn(i, kit2));
  if (!named && issuers.some((i) => national.test(i) && /部|总局|国家|署/.test(i.slice(0, 10)))) return null;
  const opening2 = `${outline.title?.text ?? ""}${text2.slice(outline.body.start, outline.body.start + 300)}`;
  const scope = /全(省|县|区|旗|州|盟)(?!覆盖|面|国)/.exec(opening2)?.[1];
  const codes = [...text2.matchAll(/标识码[^\d]{0,6}(\d{6})\d{4}/g)].map((m) => m[1]);
  if (/^\d{10}$/.test(source.declared.SiteIDCode ?? "")) codes.push(source.declared.SiteIDCode.slice(0, 6));
  return resolveRegion(text2, hits, clues, codes, scope ? LEVELS[scope] : null, date, kit2);
}
function hitsIn(words2, kit2) {
  let found2 = false;
  kit2.matcher.scan(words2, 0, words2.length, (_s, _e, entry) => {
    if (entry.is === "region") found2 = true;
  });
  return found2;
}
function issuerOf(parts3, place) {
  const { outline, normalized, hits, kit: kit2 } = parts3;
  const { text: text2 } = normalized;
  const agency = outline.signature?.agencies[0];
  if (agency)
    return {
      value: fullName(parts3, agency.start, agency.end, agency.text, place),
      start: agency.start,
      end: agency.end
    };
  const prefix = outline.title && /^(.{3,40}?)关于/.exec(outline.title.text)?.[1];
  if (outline.title && prefix && /(?:政府|办公厅|办公室|办|局|委|委员会|中心|部|厅|会)$/.test(prefix)) {
    const at2 = text2.indexOf(prefix, outline.title.start);
    return at2 >= 0 ? { value: fullName(parts3, at2, at2 + prefix.length, prefix, place), start: at2, end: at2 + prefix.length } : { value: prefix, start: outline.title.start, end: outline.title.end };
  }
  const publisher = metadata(outline, "publisher")[0];
  for (const p of outline.passages.slice(0, 3)) {
    for (const unit of findUnits(text2, hits, p.start, Math.min(p.end, p.start + 500), place, kit2)) {
      if (unit.kind !== "department" || !/^[^,。;]{0,12}(?:组织|对|会同|委托|开展|依据|依托|近期|于|认真|采取)/.test(
        text2.slice(unit.end, unit.end + 16)
      ) || !/[,。;:\s]$|^$/.test(text2.slice(p.start, unit.start)))
        continue;
      if (unit.prefix === "\u7701" && place.region?.level !== "province") continue;
      return { value: officialName(unit, place, kit2) ?? unit.written, start: unit.start, end: unit.end };
    }
  }
  if (publisher)
    return {
      value: fullName(parts3, publisher.start, publisher.end, tight(publisher.text), place),
      start: publisher.start,
      end: publisher.end
    };
  return null;
}
function fullName({ normalized, hits, kit: kit2 }, start, end, written, place) {
  const unit = findUnits(normalized.text, hits, start, end, place, kit2).find(
    (u) => u.start <= start + 1 && u.end >= end - 1
  );
  if (!unit || unit.kind === "government") return written;
  if (unit.region || unit.prefix === "") {
    const full = officialName(unit, place, kit2);
    return full && (place.region === null || full.length >= written.length) && !written.includes(full) && !/^(?:中共|国家|中华)/.test(written) ? written.startsWith(place.lineage[1]?.name ?? "\0") ? written : full : written;
  }
  return written;
}

// src/records/merge.ts
function mergeFindings(findings, reading) {
  const { place, kit: kit2 } = reading;
  const out = [];
  const isList2 = (f) => f.table || f.annex > 0;
  const ofItem = /* @__PURE__ */ new Map();
  const ofCategory = /* @__PURE__ */ new Map();
  const keys = /* @__PURE__ */ new Map();
  for (const f of [...findings.filter(isList2), ...findings.filter((f2) => !isList2(f2))]) {
    const unitName = f.unit ? officialName(f.unit, place, kit2) : null;
    const key = unitKey(f.unit ? unitName ?? f.written : f.written, place);
    const item = `${f.origin} ${f.category}`;
    const met = isList2(f) ? ofItem.get(item) : ofCategory.get(f.category);
    const twin = met?.find((o) => (!isList2(f) || o.annex === f.annex) && sameHolder(o, f, key, keys.get(o)));
    if (!twin) {
      const made2 = {
        written: f.written,
        unit: f.unit,
        vague: f.vague,
        subject: f.subject,
        subjectName: f.subjectName,
        subjectUrl: f.subjectUrl,
        category: f.category,
        likely: f.likely,
        problem: f.problem,
        verdict: f.verdict,
        deadline: f.deadline,
        state: f.state,
        annex: f.annex,
        origin: f.origin,
        sentence: f.sentence,
        role: f.role,
        table: f.table,
        unitName,
        evidence: [f.evidence]
      };
      out.push(made2);
      keys.set(made2, unitKey(unitName ?? f.written, place));
      for (const [map, name] of [
        [ofItem, item],
        [ofCategory, f.category]
      ]) {
        const list = map.get(name);
        if (list) list.push(made2);
        else map.set(name, [made2]);
      }
      continue;
    }
    if (!twin.evidence.some((e) => e.start === f.evidence.start && e.end === f.evidence.end))
      twin.evidence.push(f.evidence);
    twin.verdict ??= f.verdict;
    twin.deadline ??= f.deadline;
    twin.subjectName ??= f.subjectName;
    if (twin.subject === "new_media" && f.subject && isPlatform(f.subject)) twin.subject = f.subject;
    if (twin.written === null && f.written !== null && !f.vague) {
      Object.assign(twin, { written: f.written, unit: f.unit, unitName });
      keys.set(twin, unitKey(unitName ?? f.written, place));
    }
  }
  return dropCovered(out).sort(
    (a, b) => a.evidence[0].start - b.evidence[0].start || (a.category < b.category ? -1 : 1)
  );
}
function sameHolder(o, f, key, other) {
  if (f.subjectName && o.subjectName) {
    if (bareName(o.subjectName) !== bareName(f.subjectName) || differ(o.subject, f.subject)) return false;
    return o.written === null || f.written === null || other === key || !o.table || isLess(key, other);
  }
  if (o.written === null || f.written === null) return false;
  if (isItsSite(o, f)) return true;
  if (o.vague !== f.vague) return false;
  if (o.vague) return o.written === f.written;
  const same = other === key || f.unit?.kind === "town" && !f.unit.region && isLess(key, other);
  return same && !(f.subjectName && !o.table) && !(o.subjectName && !o.table && !f.table);
}
var isLess = (key, other) => key.length > 2 && other.endsWith(key);
function isItsSite({ table: table3, subjectName }, { unit, subject, subjectName: own }) {
  if (!table3 || !subjectName || own || unit?.kind !== "government" || !unit.region || subject !== "website")
    return false;
  const area = bareName(subjectName).replace(/(?:人民)?政府(?:门户)?$|门户$/, "");
  return area !== bareName(subjectName) && area.endsWith(unit.region.name);
}
var differ = (a, b) => a !== null && b !== null && a !== b && isPlatform(a) && isPlatform(b);
var bareName = (s) => (s ?? "").replace(/[“”"'\s]/g, "").replace(/(?:微信公众号|公众号|微博|抖音号|网站)$/, "");
var known5 = /* @__PURE__ */ new WeakMap();
function unitKey(name, place) {
  if (!name) return "";
  let keys = known5.get(place);
  if (!keys) known5.set(place, keys = /* @__PURE__ */ new Map());
  let key = keys.get(name);
  if (key === void 0) keys.set(name, key = withoutPlace(name, place));
  return key;
}
function withoutPlace(name, place) {
  let key = name.replace(/[“”"\s]/g, "").replace(/管委会$/, "\u7BA1\u7406\u59D4\u5458\u4F1A");
  for (const r of [...place.lineage].reverse())
    if (key.startsWith(r.name) && key.length > r.name.length + 1) key = key.slice(r.name.length);
  const stem = place.region ? stemOf(place.region.name) : "";
  if (stem && key.startsWith(stem) && key.length > stem.length + 2 && /管理委员会$/.test(key))
    key = key.slice(stem.length);
  return key.replace(/^[市县区旗州省盟](?=..)/, "");
}
function dropCovered(all2) {
  const named = new Set(all2.filter((f) => !f.vague).map((f) => f.category));
  const counts = /* @__PURE__ */ new Map();
  for (const f of all2) counts.set(f.category, (counts.get(f.category) ?? 0) + 1);
  return all2.filter(
    (f) => !f.vague || f.role === "problems" || f.role === "causes" || f.annex > 0 ? !(f.vague && f.origin < 0 && named.has(f.category)) : counts.get(f.category) === 1
  );
}
function settle(findings) {
  const kept = [];
  const seen = /* @__PURE__ */ new Set();
  for (const f of findings) {
    if (!f.vague) {
      const last2 = kept.findLast((k) => k.category === f.category && k.origin >= 0);
      for (let i = kept.length - 1; i >= 0; i--) {
        const k = kept[i];
        if (k.vague && k.category === f.category && (k.origin < 0 || last2?.vague && k.sentence === last2.sentence))
          kept.splice(i, 1);
      }
    }
    const key = `${f.written}|${f.category}|${f.subjectName && f.subjectName + f.subject}|${f.annex > 0 ? f.evidence.start : ""}`;
    if (seen.has(key)) continue;
    seen.add(key);
    kept.push(f);
  }
  return kept;
}

// src/records/outline-reference.ts
var N = "\\(?(?:[\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D\u5341]{1,3}|\\d{1,2})\\)?";
var REFERENCE = new RegExp(
  `\u7B2C\\s?${N}(?:(?:\u81F3|\u5230|-|\u2014|~|\u3001|\u548C|\u53CA|\u4E0E)\u7B2C?\\s?${N}){0,9}\\s?(?:\u5927\u9879|\u9879|\u90E8\u5206|\u6B3E|\u6761|\u7C7B|\u70B9)`,
  "g"
);
var PLACE = /(至|到|-|—|~)?第?\s?(\(?)([一二三四五六七八九十]{1,3}|\d{1,2})\)?/g;
function outlineReferences(words2) {
  return [...words2.matchAll(REFERENCE)].flatMap(([reference]) => {
    const out = [];
    for (const [, range, bracket, numeral] of reference.matchAll(PLACE)) {
      const n = /\d/.test(numeral) ? Number(numeral) : hanNumber(numeral);
      const last2 = out.at(-1);
      if (range && last2) last2.to = n;
      else
        out.push({
          from: n,
          to: n,
          level: bracket ? "bracketed" : reference.endsWith("\u90E8\u5206") ? "top" : "any"
        });
    }
    return out;
  });
}
function refersTo({ from, to, level }, path) {
  return path.some(
    (h) => h.number >= from && h.number <= to && (level === "any" || (level === "top" ? h.level === 1 : h.level === 2 || h.level === 4))
  );
}

// src/records/mending-date.ts
var REST = /其余|其他|其它|剩余|另外的/;
var MEDIA3 = /新媒体|账号|帐号|公众号|微博|抖音|视频号/;
var SITE3 = /网站|门户|频道|栏目/;
var NAMED3 = /(?:上述|以上|点名|点到名?|被?通报|所列|涉及)的?[^,。;]{0,6}(?:单位|部门|问题|网站|账号)/;
var COUNTED4 = /(?:上述|以上|该|这)(?:\d{1,9}|[一二两三四五六七八九十]{1,9})?个?[^,。;]{0,6}(?:账号|帐号|公众号|网站|频道)/;
var EXCEPTED = /除[^,。;]{1,40}?(?:以|之)?外/g;
var QUOTED3 = /[“"]([^“”"]{1,30})[”"]/g;
var KIND = /(?<![\u4e00-\u9fff])(?:对|对于|属|属于|列入|予以|其中)?([\u4e00-\u9fff]{2,6}?)[类的](?:政府)?(?:账号|帐号|公众号|网站|新媒体|栏目|问题|单位)/g;
var OWN = /该(?:[县市区局委办镇乡站所院校]|街道|单位|部门|中心|网站|账号|公众号|公司)|责令其|要求其/;
var PROMISED = /承诺|表示|答应|保证/;
function mendingDates(reading, deadlines, findings) {
  if (findings.length === 0 || !deadlines.some((d) => d.due !== null && (d.mends || d.acts)))
    return () => null;
  const keysOfFinding = new Map(findings.map((f) => [f, keysOf(reading, f)]));
  const known7 = {
    units: new Set([...keysOfFinding.values()].flat()),
    accounts: new Set(findings.flatMap((f) => f.subjectName ?? [])),
    paths: pathsOf(reading, findings)
  };
  const mends = deadlines.flatMap((d, k) => scopeOf2(reading, d, deadlines[k - 1], known7) ?? []).filter((s) => s.mends);
  const demanded = mends.filter((s) => !s.promised);
  const items2 = new Set(demanded.flatMap((s) => s.passage === null ? [] : [`${s.passage} ${s.due}`]));
  const isLocal = (s) => s.passage !== null && !s.named && (s.own || items2.size > 1);
  if (mends.length === 0) return () => null;
  return (finding) => {
    const keys = keysOfFinding.get(finding);
    const passage = passageOf(finding);
    const path = known7.paths.get(passage) ?? [];
    const { subjectName } = finding;
    const isOf3 = (s) => subjectName !== null && s.accounts.has(subjectName) || keys.some((k) => s.units.has(k));
    const named = demanded.find((s) => subjectName !== null && s.accounts.has(subjectName)) ?? demanded.find(isOf3) ?? demanded.find((s) => isLocal(s) && s.passage === passage);
    if (named) return named.due;
    if (finding.vague) return null;
    const own = demanded.find((s) => s.items.some((item) => refersTo(item, path))) ?? demanded.find((s) => s.kinds.some((kind) => wordsOf2(path).includes(kind))) ?? demanded.find((s) => isSpecific(s) && covers(s, finding));
    if (own) return own.due;
    const others = demanded.filter((s) => !isLocal(s));
    const shared = finding.category.startsWith("management.") ? others.find((s) => s.named) : others.find((s) => s.rest) ?? others.find((s) => !isSpecific(s) && !s.rest) ?? mends.find((s) => s.promised && (isOf3(s) || s.passage === passage));
    return shared?.due ?? null;
  };
}
var passageOf = ({ origin }) => origin < 0 ? -1 - origin : origin;
function pathsOf({ outline }, findings) {
  const told2 = new Set(findings.map(passageOf));
  return new Map(
    [...told2].flatMap((n) => outline.passages[n] ? [[n, outline.passages[n].path]] : [])
  );
}
var wordsOf2 = (path) => path.map((h) => h.text).join(" ");
var isSpecific = (s) => !s.rest && (s.units.size > 0 || s.accounts.size > 0 || s.kinds.length > 0 || s.items.length > 0 || s.unqualified !== null || s.family !== null || s.categories.size > 0);
function covers(s, f) {
  const family = isMedia(f.subject) ? "media" : "site";
  if (s.unqualified && f.verdict === "unqualified" && (s.unqualified.size === 0 || s.unqualified.has(family)))
    return true;
  if (s.family === family) return true;
  return s.categories.has(f.category);
}
function scopeOf2(reading, d, previous, known7) {
  if (d.due === null) return null;
  const { text: text2, hits, place, kit: kit2 } = reading;
  const [from, until] = saidFor(text2, d, previous);
  const excepted = [...text2.slice(from, until).matchAll(EXCEPTED)].map((m) => ({
    start: from + m.index,
    end: from + m.index + m[0].length
  }));
  const words2 = text2.slice(from, until).replace(EXCEPTED, "");
  const units = /* @__PURE__ */ new Set();
  for (const group of groupUnits(
    text2,
    findUnits(text2, hits, from, until, place, kit2),
    from,
    until,
    place,
    kit2
  ))
    for (const unit of group.units) {
      if (excepted.some((e) => unit.start >= e.start && unit.end <= e.end)) continue;
      if (/^(?:[^,。;]{0,6})(?:审核|督促|汇总|牵头|会同|协调)/.test(text2.slice(unit.end, unit.end + 10)))
        continue;
      const name = officialName(unit, place, kit2) ?? unit.written;
      const key = trimmed2(unitKey(name, place));
      if (known7.units.has(key)) units.add(key);
    }
  const rest = REST.test(words2);
  const judged2 = judgingOf(kit2).word.test(words2);
  const about = {
    about: MEDIA3.test(words2) ? "media" : SITE3.test(words2) ? "site" : null,
    terms: /* @__PURE__ */ new Set()
  };
  const found2 = termsIn(text2, hits, from, d.clauseEnd, () => false);
  const categories = rest || /等/.test(words2) || judged2 ? [] : classify(found2, { ...about, terms: new Set(found2.map((f) => f.term)) }, kit2).map((c) => c.category).filter((c) => c !== "other" && c !== "management.rectification");
  const families = /* @__PURE__ */ new Set();
  if (MEDIA3.test(words2)) families.add("media");
  if (SITE3.test(words2)) families.add("site");
  const counted = COUNTED4.exec(words2);
  const accounts = new Set(
    [...words2.matchAll(QUOTED3)].flatMap(([, name]) => known7.accounts.has(name) ? [name] : [])
  );
  const headings = [...known7.paths.values()].map(wordsOf2);
  const items2 = outlineReferences(words2);
  const kinds = [...words2.matchAll(KIND)].map(([, kind]) => kind).filter((kind) => headings.some((h) => h.includes(kind)) && headings.some((h) => !h.includes(kind)));
  const before = text2.slice(d.sentence.start, d.time.start);
  const told2 = d.passage !== null && known7.paths.has(d.passage);
  return {
    due: d.due,
    mends: d.mends || d.acts && units.size + accounts.size + kinds.length + items2.length + categories.length > 0,
    units: rest ? /* @__PURE__ */ new Set() : units,
    accounts,
    kinds: rest ? [] : kinds,
    items: items2,
    passage: told2 ? d.passage : null,
    own: OWN.test(before),
    promised: PROMISED.test(before),
    unqualified: judged2 ? families : null,
    family: counted && !judged2 && families.size === 1 && !/主管|主办|责任|单位/.test(words2) ? [...families][0] : null,
    categories: new Set(categories),
    rest,
    named: NAMED3.test(words2)
  };
}
function saidFor(text2, d, previous) {
  const start = previous?.sentence.start === d.sentence.start ? previous.clauseEnd : d.sentence.start;
  const from = start + ASKING.exec(text2.slice(start, start + 12))[0].length;
  if (d.time.start - from > 2 || d.time.start < from) return [from, Math.max(from, d.time.start)];
  const asked = ASKED.exec(text2.slice(d.time.end, d.sentence.end));
  return asked ? [d.time.end, d.time.end + asked[0].length] : [from, Math.max(from, d.time.start)];
}
var ASKED = /^,?(?:请|由|责成)?(?!完成|组织|开展|对|将)[^,。;、“”]{2,12}(?:、[^,。;“”]{2,20})?(?=要|须|务必|必须|应|完成整改|整改)/;
var ASKING = /^\s{0,9}(?:\d{1,2}[.、])?\s{0,2}(?:限期?|责令|责成|敬?请|望|要求|督促)?/;
function keysOf(reading, f) {
  const { place, kit: kit2 } = reading;
  if (!f.unit) return [];
  const name = officialName(f.unit, place, kit2) ?? f.written;
  const own = trimmed2(unitKey(name, place));
  const written = trimmed2(unitKey(f.written, place));
  const town = f.unit.kind === "town" && f.unit.prefix !== "" ? [trimmed2(f.unit.core)] : [];
  return [.../* @__PURE__ */ new Set([own, written, ...town])];
}
var trimmed2 = (key) => key.replace(/(?:人民政府|政府|网站)$/, "");

// src/records/inspector.ts
var PRESSES = /^[^,。;]{0,6}(?:督促|提醒|催办|催告|通知|约谈|提示|督办|反复|多次|告知|研究|批准|审核|同意)/;
var URGED = /^(?:[两三几多]次|反复|先后|一再|再三|屡次)[^,。;]{0,4}(?:督促|提醒|催|通知|约谈|提示|督办|指导)/;
var TELLS_US = /^[^,。;]{0,14}(?:提醒|告知|通知|反馈|指出|转办|交办|通报|提示)(?:我|本|该)[局委办厅县区市州镇乡站院校]/;
function inspects(reading, group, sentence) {
  const { text: text2, place, kit: kit2, issuer } = reading;
  const holder = group.holders[0];
  if (group.holders.length > 1 || holder?.kind !== "unit") return false;
  if (issuer !== null && group.about !== "site" && officialName(holder.unit, place, kit2) === issuer)
    return true;
  if (text2[group.start - 1] === "\u7ECF" && PRESSES.test(text2.slice(group.end, group.end + 12))) return true;
  if (URGED.test(text2.slice(group.end, group.end + 12))) return true;
  if (TELLS_US.test(text2.slice(group.end, Math.min(sentence.end, group.end + 24)))) return true;
  return /^[^,。;]{0,24}(?:组织|委托|会同|开展了?|采取|采用|依托)[^。;]{0,40}(?:检查|抽查|监测|巡查|普查|测评|评估|核查)/.test(
    text2.slice(group.end, Math.min(sentence.end, group.end + 80))
  );
}

// src/records/owners-in-brackets.ts
var OWNERS = /^\(?(?:责任|整改|涉及|主办|主管|牵头|运维|承办|开办)(?:单位|部门)?\s*[::]\s*/;
function ownersInBrackets(reading, sentence) {
  const { text: text2, hits, place, kit: kit2 } = reading;
  const out = [];
  for (const aside of sentence.asides) {
    if (text2[aside.start] !== "(") continue;
    const label = OWNERS.exec(text2.slice(aside.start + 1, aside.end - 1));
    if (!label) continue;
    const from = aside.start + 1 + label[0].length;
    const until = aside.end - 1;
    const units = findUnits(text2, hits, from, until, place, kit2);
    const words2 = tight(text2.slice(from, until)).replace(/[。;,]$/, "");
    if (words2 === "") continue;
    const covered = units.reduce((n, u) => n + (u.end - u.start), 0);
    const named = units.length > 0 && covered >= words2.length * 0.6 && !/^(?:所有|全部|各|有)/.test(words2);
    out.push({
      ...aside,
      from: out.at(-1)?.end ?? sentence.start,
      owners: named ? groupUnits(text2, units, from, until, place, kit2).map(
        (g) => groupOf(
          g,
          g.units.map(
            (unit) => ({ kind: "unit", start: unit.start, end: unit.end, unit, about: null })
          )
        )
      ) : [
        groupOf({ start: from, end: until }, [
          { kind: "vague", start: from, end: until, text: words2, part: false, about: null }
        ])
      ]
    });
  }
  return out;
}
function ownAccounts(groups, { owners }) {
  const accounts = groups.flatMap((g) => g.holders).filter((h) => h.kind === "account");
  const units = owners.flatMap((g) => g.holders).flatMap((h) => h.kind === "unit" ? [h.unit] : []);
  if (accounts.length === 0 || units.length !== 1 && units.length !== accounts.length) return false;
  for (const [k, account] of accounts.entries()) account.owner ??= units[k] ?? units[0];
  return true;
}
var groupOf = (span, holders) => holderGroup(span, holders, null, null);

// src/records/told-of.ts
var EXAMPLE = /^(?:[,、]?(?:仅|其中|主要)?)(?:如|例如|比如|诸如|其中|特别是|尤其是|尤其|分别是|分别为|包括|涉及|具体是|具体为|具体包括|主要是|主要为|主要涉及|即|它们是|依次为|依次是)/;
var LISTED = /^[^,;。]{0,10}的(?:单位|网站|账号|栏目|部门|政府网站|政务新媒体)?(?:共|有|是|为){0,3}(?:\d{1,9}|[一二三四五六七八九十两]{1,9})[个家条]?[::]?$|^[^,;。]{0,6}的(?:单位|网站|账号|部门)?(?:有|是|为)[::]?$/;
var BY2 = /^\s{0,9}(?:另)?(?:\d{1,9}|[一二两三四五六七八九十]{1,9})?[条件封项个]?(?:分别)?由$/;
var EACH2 = /^(?:另外?)?(?:一[个家条项处]|其[一二三四五])(?:是|为)/;
var REMAINDER = /^\s{0,9}(?:其中)?,?(?:超期|逾期|超时|超出时限|未按[时期][^,。;]{0,4}|未办结)(?:[^,。;]{0,4})的?(?:\d{1,9}|[一二两三四五六七八九十]{1,9})[条件封]/;
var GOES_ON2 = /^\s{0,9}(?:以及|及|和|与|还有|连同|包括)$/;
var ELSEWHERE = /见附|见下表|详见[^,。;]{0,8}[表单]|附[件表](?:所列|列出)/;
var NAMES2 = /^\s{0,9}(?:(?:承办|责任|涉及|主办|主管|牵头|起草|制定|维护|发布|运维|整改)(?:单位|部门|科室)|均|都|分别|主要|依次|全部|其中|具体|问题|共|也){0,9}(?:由|是|为|系|属|涉及|涉|来自|包括|集中在|分布在|[出发][在生]在?|出现在|存在于|指向|有|即|如|在)?[^,。;]{0,3}$/;
function isList(text2, clause, own) {
  return NAMES2.test(text2.slice(clause.start, firstOf(own[0]))) && /^等?(?:\d{1,4}[个家])?[^,。;]{0,6}$/.test(text2.slice(own.at(-1).end, clause.end));
}
function isNamed(groups, start, end) {
  for (const { holders } of groups)
    for (const h of holders) {
      const unit = h.kind === "unit" ? h.unit : "owner" in h ? h.owner : null;
      if (unit && start >= unit.start && end <= unit.end) return true;
    }
  return false;
}
var isVague = (group) => group.holders.every((h) => h.kind === "vague");
function isPart2(group) {
  return group.holders.every((h) => h.kind === "vague" && h.part);
}
function withoutAccounts(groups) {
  const units = groups.filter((g) => g.holders.some((h) => h.kind !== "account"));
  return units.length > 0 ? units : groups;
}
function holdersBefore(text2, own, categories, k) {
  const category = categories[k];
  const before = own.filter(
    (g) => g.end <= category.start || g.start < category.start && g.end <= category.end || g.start >= category.start && g.start < category.end && (g.end <= category.end || category.cue)
  );
  for (let last2 = before.at(-1), at2 = last2 ? own.indexOf(last2) + 1 : own.length; at2 < own.length; at2++) {
    const next = own[at2];
    if (before.includes(next)) continue;
    if (next.start < last2.end || !/^[、和及与]$/.test(text2.slice(last2.end, firstOf(next)))) break;
    before.push(next);
    last2 = next;
  }
  const previous = categories.slice(0, k).reverse().find((c) => before.some((g) => g.start >= c.end));
  return previous ? before.filter((g) => g.start >= previous.end) : before;
}
function respectively(text2, clause, own, categories) {
  const at2 = text2.slice(clause.start, clause.end).indexOf("\u5206\u522B");
  if (at2 < 0 || categories.length < 2) return null;
  const before = own.filter((g) => g.end <= clause.start + at2);
  const holders = before.flatMap((g) => g.holders.map((h) => ({ ...g, holders: [h] })));
  return holders.length === categories.length ? categories.map((category, k) => ({ category, groups: [holders[k]] })) : null;
}
function placeUnder(above, groups) {
  const units = above.flatMap((g) => g.holders).flatMap((h) => h.kind === "unit" ? [h.unit] : []);
  const [head] = units;
  const accounts = groups.flatMap((g) => g.holders).filter((h) => h.kind === "account");
  if (units.length > 1 && units.length === accounts.length)
    for (const [k, account] of accounts.entries()) account.owner ??= units[k];
  if (!head || units.length > 1) return;
  for (const h of groups.flatMap((g) => g.holders)) {
    if (h.kind === "account") h.owner ??= head;
    const unit = h.kind === "unit" ? h.unit : h.kind === "account" ? h.owner : null;
    if (head.kind !== "government" || !unit || unit === head || unit.region !== null) continue;
    if (unit.prefix === "" ? unit.kind === "town" : head.region?.name.endsWith(unit.prefix)) {
      unit.region = head.region;
      if (unit.kind === "government") unit.function = head.function;
    }
  }
}
function ownGroup(own, { start }) {
  const holder = { kind: "own", start, end: start, text: own.written, about: null };
  return holderGroup(holder, [holder], null, null);
}
function whoOf(holder, own) {
  switch (holder.kind) {
    case "unit":
      return { written: holder.unit.written, unit: holder.unit, vague: false, subjectName: null };
    case "vague":
      return { written: holder.text, unit: null, vague: true, subjectName: null };
    case "own":
      return { written: holder.text, unit: own?.unit ?? null, vague: false, subjectName: null };
    case "account":
    case "site":
      return {
        written: holder.owner?.written ?? own?.written ?? null,
        unit: holder.owner ?? own?.unit ?? null,
        vague: false,
        subjectName: holder.name
      };
  }
}
function labelOf3(text2, sentence, groups) {
  const [first] = sentence.clauses;
  if (first?.stop !== ":") return null;
  const named = groups.filter((g) => g.end <= first.end);
  return named.length === 1 && tight(text2.slice(first.start, first.end)) === tight(text2.slice(named[0].start, named[0].end)) ? named : null;
}
function followsOn(text2, passage, sentence) {
  return /;\s*$/.test(text2.slice(Math.max(passage.start, sentence.start - 2), sentence.start));
}

// src/records/prose/emit.ts
function emit(p, category, groups, sentence, lead, within = sentence) {
  if (groups.length === 0) return;
  const { reading, passage } = p;
  const { text: text2 } = reading;
  const words2 = text2.slice(sentence.start, sentence.end);
  const { vetoed, passed } = p.judged;
  const veto = (vetoed && !OTHERS2.test(words2) || p.failed.test(words2)) && !/未|没有|无/.test(words2.slice(0, 4));
  const told2 = clausesAround(within, category);
  const problem2 = tight(text2.slice(told2.start, told2.end).replace(/^[\s,;、]+/, ""));
  for (const group of groups)
    for (const holder of group.holders) {
      const who = whoOf(holder, reading.own);
      if (who.vague && p.listedElsewhere && ELSEWHERE.test(words2)) continue;
      const subject = subjectFor(holder, group, category, words2, p.headingWords, reading.kit);
      p.out.push({
        written: who.written,
        unit: who.unit,
        vague: who.vague,
        subjectName: who.subjectName,
        subject: subject === "new_media" ? platformIn(around(text2, told2, holder, sentence), reading.kit) ?? subject : subject,
        category: category.category,
        likely: category.likely !== null,
        problem: problem2,
        verdict: veto ? "unqualified" : passed ? "qualified" : null,
        deadline: null,
        subjectUrl: null,
        state: stateOf(reading, sentence.start, sentence.end, holder.kind === "unit" && holder.unit.restored),
        evidence: evidenceOf(
          reading,
          Math.min(
            holder.start >= sentence.start && holder.end <= sentence.end ? holder.start : category.start,
            category.start
          ),
          Math.max(
            holder.end <= sentence.end && holder.start >= sentence.start ? holder.end : category.end,
            category.end
          ),
          whereOf(passage)
        ),
        annex: passage.annex,
        origin: lead && passage.annex === 0 ? -1 - p.origin : p.origin,
        sentence: sentence.start,
        role: passage.role,
        table: false
      });
    }
}
function answer(p, bracket, told2, sentence, lead) {
  const { topic } = p;
  const { start, from, end, owners } = bracket;
  const last2 = end >= sentence.clauses.at(-1).start;
  const whole2 = from === sentence.start && last2;
  const those = told2.filter(({ category: c }) => whole2 || c.start >= from && c.start < start);
  const categories = those.map((t2) => t2.category);
  if (told2.length === 0 && topic)
    categories.push({
      category: topic,
      cue: null,
      likely: null,
      stated: sentence.start,
      start: sentence.start,
      end: sentence.end
    });
  const first = new Map(categories.map((c) => [c.category, c]));
  const strongest = topic ? [...first.values()].slice(0, 1) : [...first.values()];
  for (const category of strongest) {
    const groups = those.filter((t2) => t2.category.category === category.category).flatMap((t2) => t2.groups);
    emit(p, category, ownAccounts(groups, bracket) ? groups : owners, sentence, lead);
  }
}
function clausesAround(sentence, category) {
  const clauses = sentence.clauses.filter((c) => c.start < category.end && c.end > category.start);
  return { start: clauses[0]?.start ?? category.start, end: clauses.at(-1)?.end ?? category.end };
}
var around = (text2, told2, holder, sentence) => holder.start >= sentence.start && holder.end <= sentence.end ? text2.slice(Math.min(told2.start, holder.start), Math.max(told2.end, holder.end)) : text2.slice(told2.start, told2.end);

// src/records/prose/passage-state.ts
var PassageState = class {
  constructor(reading, passage, origin, listedElsewhere) {
    this.reading = reading;
    this.passage = passage;
    this.origin = origin;
    this.listedElsewhere = listedElsewhere;
    this.governing = headingTerms(reading, passage);
    this.headingGroups = headingHolders(reading, passage);
  }
  reading;
  passage;
  origin;
  listedElsewhere;
  out = [];
  /** Terms of cues that its headings satisfy. */
  governing;
  headingGroups;
  carried = [];
  pending = [];
  lastCategories = [];
  /** Nouns of the sentence before. */
  counted = /* @__PURE__ */ new Set();
  /** Names without a problem. */
  unsaid = [];
  /** «甲镇:“甲镇发布”停更;…»: whose the line is. */
  label = [];
  /** What most passages are never asked: worked out when one is. */
  #underHeading = null;
  #topic = void 0;
  #headingWords = null;
  #judged = null;
  #aboutSoFar = void 0;
  get #headings() {
    const { path, led } = this.passage;
    return led ? path.slice(0, -1) : path;
  }
  get topic() {
    if (this.#topic === void 0) this.#topic = topicOf2(this.reading, this.passage);
    return this.#topic;
  }
  get headingWords() {
    this.#headingWords ??= this.#headings.map((h) => h.text).join(" ");
    return this.#headingWords;
  }
  /** The word by which sites are failed. */
  get failed() {
    return judgingOf(this.reading.kit).word;
  }
  /** How its headings judge whatever it tells of. */
  get judged() {
    if (this.#judged) return this.#judged;
    const { word, headed } = judgingOf(this.reading.kit);
    const vetoed = this.passage.path.some((h) => h.text.length <= 30 && word.test(h.text));
    const passed = !vetoed && this.#headings.some((h) => headed.test(h.text));
    this.#judged = { vetoed, passed };
    return this.#judged;
  }
  /** What was told of last, its headings first. */
  get aboutSoFar() {
    if (this.#aboutSoFar === void 0) this.#aboutSoFar = aboutOf(this.headingWords);
    return this.#aboutSoFar;
  }
  set aboutSoFar(about) {
    this.#aboutSoFar = about;
  }
  /** What its heading says, where its own words name no problem. */
  get underHeading() {
    this.#underHeading ??= headingCategories(this.reading, this.passage);
    return this.#underHeading;
  }
  pendingOf(sentence) {
    return this.pending.filter((p) => p.sentence === sentence);
  }
  settlePendingOf(sentence) {
    this.pending = this.pending.filter((p) => p.sentence !== sentence);
  }
};
var SentenceState = class {
  constructor(sentence, groups, lead, begun, terms) {
    this.sentence = sentence;
    this.groups = groups;
    this.lead = lead;
    this.begun = begun;
    this.terms = terms;
    this.current = begun;
  }
  sentence;
  groups;
  lead;
  begun;
  terms;
  current;
  stated = [];
  adopted = [];
  /** Terms that its own clauses satisfy. */
  near = /* @__PURE__ */ new Set();
  /** No cue fits any of its clauses. */
  silent = true;
  /** Clauses that name somebody and that no cue fits. */
  unlike = [];
};

// src/records/prose/stating.ts
var OF_WHOM = /^[^,;。]{2,40}的“?$/;
var LASTING = /^management\.re(?:ctification|porting)$/;
var TOPICAL = /^(?:disclosure\.(?:other|key_areas)|service\.guide|update\..*|content\.inaccurate)$/;
var isTopical = (topic, category) => TOPICAL.test(category) || topic === "disclosure.key_areas" && category.startsWith("disclosure.");
function stating(p, s, sentence, clause, own, found2, terms, about) {
  const { reading, topic } = p;
  const { text: text2, hits, kit: kit2 } = reading;
  const previous = p.passage.role === "previous";
  const governing = previous ? new Set(found2.map((f) => f.term)) : terms;
  const said = weighed(
    reading,
    classify(found2, { about, terms: governing, near: s.near }, kit2),
    clause,
    own,
    about,
    p.passage.role === "problems",
    () => classify(found2, { about, terms: new Set(found2.map((f) => f.term)) }, kit2)
  );
  if (said.length === 0) return said;
  s.silent = false;
  const foreign = about !== null ? kit2.foreign[about] : null;
  const fit = foreign ? said.filter((c) => !foreign.has(c.category)) : said;
  return (fit.length > 0 ? fit : said).filter((c) => {
    const lasting = LASTING.test(c.category);
    if (previous && !lasting) return false;
    const modality = modalityAt(text2, hits, sentence, clause, c.stated, c.end);
    if (modality === "sanction")
      return own.some(
        (g) => !isVague(g) && OF_WHOM.test(text2.slice(c.stated, Math.max(c.stated, firstOf(g))))
      );
    return modality === "observed" || modality === "previous" && lasting;
  }).map((c) => topic && isTopical(topic, c.category) ? { ...c, category: topic } : c);
}

// src/records/prose/tell-holders.ts
function tellHolders(p, s, clause, own, categories, about) {
  const { text: text2 } = p.reading;
  const { sentence } = s;
  const at2 = sentence.clauses.indexOf(clause);
  const next = sentence.clauses[at2 + 1];
  const exemplified = own.length === 0 && next !== void 0 && EXAMPLE.test(text2.slice(next.start, next.end).trimStart());
  if (own.length > 0 && s.stated.length === 0 && sentence.clauses[at2 - 1]?.stop === ":") {
    for (const { category } of p.pendingOf(sentence)) s.stated.push({ category, groups: own });
    p.settlePendingOf(sentence);
  }
  if (own.length > 0 && EACH2.test(text2.slice(clause.start, clause.end).trimStart())) {
    if (s.adopted.length === 0) s.adopted = p.pendingOf(sentence);
    p.settlePendingOf(sentence);
    for (const { category } of s.adopted) s.stated.push({ category, groups: own });
  }
  const pairs = respectively(text2, clause, own, categories);
  if (pairs) s.stated.push(...pairs);
  else
    for (const [k, category] of categories.entries()) {
      const ahead = holdersBefore(text2, own, categories, k);
      const after2 = ahead.length === 0 ? own.filter((g) => g.start >= category.end) : [];
      const announces = LISTED.test(text2.slice(category.end, clause.end));
      const cases = own.filter((g) => g.bracketed && g.start >= category.end);
      const told2 = cases.length > 0 && ahead.every(isVague) ? isUnowned(s.current) && ownAccounts(s.current, { owners: cases }) ? s.current : cases : ahead.length > 0 ? ahead : after2.length > 0 || announces || exemplified ? after2 : s.current;
      const groups = category.category === "media.duplicate" ? withoutAccounts(told2) : told2;
      if (groups.length) s.stated.push({ category, groups });
      else p.pending.push({ category, sentence, clause });
    }
  if (own.length) s.current = own;
  p.lastCategories = categories.map((category) => ({ category, sentence, clause }));
  if (about !== null) p.aboutSoFar = about;
}
function tellNames(p, s, clause, own) {
  const { text: text2 } = p.reading;
  const { sentence } = s;
  const before = s.stated.length;
  if (p.lastCategories.length > 0 && EXAMPLE.test(text2.slice(clause.start, clause.end).trimStart())) {
    for (const last2 of p.lastCategories) {
      const category = readFor(p, s, own, last2);
      if (category !== last2.category)
        s.stated = s.stated.filter((o) => o.category !== last2.category || !o.groups.every(isVague));
      s.stated.push({ category, groups: own });
    }
    p.pending = [];
  } else if (p.pending.some((o) => o.sentence === sentence) && s.stated.length === 0 && NAMES2.test(text2.slice(clause.start, firstOf(own[0])))) {
    s.adopted = p.pendingOf(sentence);
    for (const one of s.adopted) s.stated.push({ category: readFor(p, s, own, one), groups: own });
    p.settlePendingOf(sentence);
  } else if (s.adopted.length > 0 && (BY2.test(text2.slice(clause.start, own[0].start)) || isList(text2, clause, own)))
    for (const one of s.adopted) s.stated.push({ category: readFor(p, s, own, one), groups: own });
  s.current = GOES_ON2.test(text2.slice(clause.start, own[0].start)) ? [...s.current, ...own] : own;
  return s.stated.length > before;
}
function tellLikeness(p, s, clause, own, about) {
  if (s.stated.length === 0) return;
  const { text: text2, hits } = p.reading;
  const category = likelyOf(
    p.reading,
    clause,
    own,
    about ?? own.find((g) => g.about)?.about ?? p.aboutSoFar,
    SURE.against
  );
  if (category && modalityAt(text2, hits, s.sentence, clause, category.stated, category.end) === "observed")
    s.stated.push({ category, groups: own });
}
function readFor(p, s, own, { category, sentence, clause }) {
  const { text: text2, hits, kit: kit2 } = p.reading;
  if (!own.every((g) => g.about === "media") || !kit2.foreign.media.has(category.category)) return category;
  const found2 = termsIn(text2, hits, clause.start, clause.end, (from, to) => isQuoted(sentence, from, to));
  const terms = /* @__PURE__ */ new Set([...p.governing, ...found2.map((f) => f.term)]);
  const [again] = stating(p, s, sentence, clause, [], found2, terms, "media");
  return again ?? category;
}
var isUnowned = (groups) => groups.length > 0 && groups.every((g) => g.holders.every((h) => h.kind === "account" && !h.owner));

// src/records/prose/read-clause.ts
var COLUMN2 = /^”(?:栏目|专栏|频道|板块|版块|专区)/;
function readClause(p, s, clause, found2, likely) {
  const { text: text2, kit: kit2 } = p.reading;
  const { sentence, terms } = s;
  const own = s.groups.filter(
    (g) => g.start >= clause.start && g.start < clause.end && !(s.current.length > 0 && isPart2(g)) && (g.bracketed || !isAside(sentence, g.start, g.end))
  );
  if (s.current.length > 0 && own.some((g) => !isPart2(g)) && found2.some((f) => kit2.cues.isObject[f.term])) {
    terms.clear();
    s.near.clear();
    for (const t2 of p.governing) terms.add(t2);
  }
  for (const f of found2) {
    if (text2[f.start - 1] === "\u201C" && COLUMN2.test(text2.slice(f.end, f.end + 4))) continue;
    terms.add(f.term);
    s.near.add(f.term);
    if (kit2.cues.isObject[f.term]) p.counted.add(f.term);
  }
  const about = found2.length === 0 ? null : own.find((g) => g.about)?.about ?? aboutOf(text2.slice(clause.start, clause.end)) ?? s.current.find((g) => g.about)?.about ?? p.aboutSoFar;
  const categories = likely ?? stating(p, s, sentence, clause, own, found2, terms, about);
  if (categories.length > 0) tellHolders(p, s, clause, own, categories, about);
  else if (own.length > 0 && !tellNames(p, s, clause, own) && !likely && p.passage.role === "problems")
    s.unlike.push({ clause, own, about });
}

// src/records/told-in-brackets.ts
var NOUN2 = /^(?:\([^()]{1,30}\))?(?:等?\d{0,3}[个家]?(?:镇|乡|街道|局|部门|单位))?(?:[^,。;:、()]{0,8}(?:网站|网|频道|平台|账号|公众号|微博|抖音号|视频号|号))?\s{0,9}$/;
var isIn2 = (outer, { start, end }) => start >= outer.start && end <= outer.end;
function toldInBrackets({ text: text2 }, sentence, groups) {
  const out = [];
  let from = sentence.start;
  for (const aside of sentence.asides) {
    if (text2[aside.start] !== "(") continue;
    if (groups.some((g) => g.holders.some((h) => "owner" in h && h.owner && isIn2(aside, h.owner)))) continue;
    const named = groups.flatMap((g) => {
      const holders = g.holders.filter((h) => h.start >= from && h.end <= aside.start);
      return holders.length > 0 && !g.bracketed ? [{ ...g, end: Math.min(g.end, aside.start), holders }] : [];
    });
    from = aside.end;
    const last2 = named.at(-1);
    const [inner] = sentences(text2, aside.start + 1, aside.end - 1);
    if (!last2 || !inner || !NOUN2.test(text2.slice(last2.holders.at(-1).end, aside.start))) continue;
    out.push({ groups: [last2], inner: { ...inner, end: aside.end - 1 } });
  }
  return out;
}

// src/records/prose-findings.ts
var ANEW = /^\s*(?:另|其余|其他|还有|有|存在|出现|\d+[个家])/;
var LAUDED = /^\s{0,4}(?:请|望|希望|值得|以上|上述)[^。;]{0,16}(?:学习|借鉴|推广|肯定|表扬)/;
function proseFindings(reading, holders) {
  const out = [];
  const { grids, passages } = reading.outline;
  const listedElsewhere = grids.length > 0 || passages.some((p) => p.annex > 0);
  for (const [origin, passage] of passages.entries()) {
    const all2 = holders.get(passage);
    if (!all2) continue;
    const p = new PassageState(reading, passage, origin, listedElsewhere);
    for (const [k, one] of all2.entries()) readSentence(p, one, passage.led && k === 0 && all2.length > 1);
    conclude(p);
    out.push(...settle(p.out));
  }
  return out;
}
function readSentence(p, told2, lead) {
  const { reading, passage } = p;
  const { sentence } = told2;
  const groups = holdersOf2(p, told2);
  const begun = begin(p, sentence, groups);
  const sure = lead ? null : passage.role === "problems" ? SURE.problems : passage.role === "unknown" ? SURE.unknown : null;
  const s = new SentenceState(sentence, groups, lead, begun, inherited(p, sentence));
  p.counted.clear();
  const said = sentence.clauses.map(
    ({ start, end }) => termsIn(
      reading.text,
      reading.hits,
      start,
      end,
      (from, to) => isQuoted(sentence, from, to) || isNamed(groups, from, to)
    )
  );
  for (const [k, clause] of sentence.clauses.entries()) readClause(p, s, clause, said[k], null);
  for (const u of s.unlike)
    if (!s.stated.some((o) => o.groups.some((g) => u.own.includes(g))))
      tellLikeness(p, s, u.clause, u.own, u.about);
  const brackets = ownersInBrackets(reading, sentence).filter((b) => !followsName(p, s, b));
  if (s.silent && brackets.length === 0 && p.underHeading.length === 0)
    for (const bracket of toldInBrackets(reading, sentence, groups)) readBracket(p, s, bracket);
  const lauded = LAUDED.test(reading.text.slice(sentence.end, sentence.end + 30));
  if (sure && s.silent && s.stated.length === 0 && !lauded) readLikeliest(p, s, said, sure);
  if (brackets.length > 0) {
    const answered = [
      ...s.stated,
      ...p.pendingOf(sentence).map(({ category }) => ({ category, groups: [] }))
    ];
    for (const bracket of brackets) answer(p, bracket, answered, sentence, lead);
    p.pending = [];
  } else {
    for (const { category, groups: groups2 } of s.stated) emit(p, category, groups2, sentence, lead);
    if (p.headingGroups.length > 0) {
      for (const o of p.pending) emit(p, o.category, p.headingGroups, o.sentence, lead);
      p.pending = [];
    }
  }
  if (groups.length > 0 && s.stated.length === 0) p.unsaid.push({ groups, sentence });
  p.carried = s.current;
}
function holdersOf2(p, { sentence, groups: named }) {
  if (named.length === 0) return named;
  const { reading, headingGroups } = p;
  const groups = named.filter(
    (g) => !inspects(reading, g, sentence) && !(headingGroups.length > 0 && isPart2(g))
  );
  placeUnder(headingGroups, groups);
  return groups;
}
function begin(p, sentence, groups) {
  const { text: text2 } = p.reading;
  const follows = followsOn(text2, p.passage, sentence);
  p.label = labelOf3(text2, sentence, groups) ?? (follows ? p.label : []);
  if (p.label.length > 0) placeUnder(p.label, groups);
  if (!follows || p.carried.length === 0) return [];
  const anew = p.label.length === 0 && ANEW.test(text2.slice(sentence.start, sentence.start + 4));
  return anew ? [] : p.carried;
}
function inherited(p, sentence) {
  const terms = new Set(p.governing);
  if (p.counted.size > 0 && REMAINDER.test(p.reading.text.slice(sentence.start, sentence.end)))
    for (const t2 of p.counted) terms.add(t2);
  return terms;
}
function readLikeliest(p, s, said, sure) {
  const { sentence, groups } = s;
  const about = aboutOf(p.reading.text.slice(sentence.start, sentence.end)) ?? groups.find((g) => g.about)?.about ?? p.aboutSoFar;
  const likely = likelyClause(p.reading, sentence, groups, about, sure);
  if (!likely) return;
  s.current = s.begun;
  for (const [k, clause] of sentence.clauses.entries())
    readClause(p, s, clause, said[k], clause === likely.clause ? [likely.category] : []);
}
function followsName(p, s, { from, start }) {
  return s.groups.some((g) => g.about === "media" && g.end === start) && ![...s.stated, ...p.pending].some(({ category: c }) => c.start >= from && c.start < start);
}
function readBracket(p, s, { groups, inner }) {
  const { text: text2, hits } = p.reading;
  const terms = new Set(p.governing);
  const about = groups[0].about ?? aboutOf(text2.slice(groups[0].end, inner.start)) ?? p.aboutSoFar;
  const said = inner.clauses.flatMap((clause) => {
    const found2 = termsIn(text2, hits, clause.start, clause.end, (from, to) => isQuoted(inner, from, to));
    for (const f of found2) terms.add(f.term);
    return stating(p, s, inner, clause, [], found2, terms, about);
  });
  if (said.length === 0 && p.passage.role === "problems") {
    const owned = hits.any("unit", inner.start, inner.end);
    const likely = owned ? null : likelyClause(p.reading, inner, [], about, SURE.problems);
    if (likely) said.push(likely.category);
  }
  for (const category of said) emit(p, category, groups, s.sentence, false, inner);
}
function conclude(p) {
  const { reading, passage, out } = p;
  const { own, text: text2, hits } = reading;
  const tells = passage.role === "problems" || passage.role === "unknown" || own?.unit && passage.role === "overview";
  if (own && tells && out.every((f) => f.written === own.written && f.subjectName === null)) {
    for (const { category, sentence } of p.pending)
      if (!hits.any("quantifier", sentence.start, sentence.end))
        emit(p, category, [ownGroup(own, category)], sentence, false);
  }
  if (out.length > 0 || p.unsaid.length === 0) return;
  const named = (g) => g.holders.every((h) => h.kind !== "vague");
  for (const category of p.underHeading)
    for (const { groups, sentence } of p.unsaid) {
      if (isManaging(category) && p.failed.test(text2.slice(sentence.start, sentence.end))) continue;
      emit(p, category, groups.filter(named), sentence, false);
    }
}

// src/records/sentence-holders.ts
var SILENT = /* @__PURE__ */ new Set(["requirements", "criteria", "praise"]);
function sentenceHolders(reading) {
  const { text: text2, hits, place, kit: kit2 } = reading;
  return new Map(
    reading.outline.passages.filter(({ role }) => !SILENT.has(role)).map((passage) => [
      passage,
      sentences(text2, passage.start, passage.end).map((sentence) => ({
        sentence,
        groups: findHolders(text2, hits, sentence, place, kit2, ofMedia(passage)).filter(
          (g) => !(passage.role !== "problems" && isOwnSite(g))
        )
      }))
    ])
  );
}
var ofMedia = ({ path }) => aboutOf(path.map((h) => h.text).join(" ")) === "media";
function isOwnSite({ holders: [holder, ...others] }) {
  return others.length === 0 && holder?.kind === "unit" && holder.unit.kind === "government" && holder.unit.prefix.length === 1;
}

// src/records/table-holders.ts
function whoIn(reading, row, group, roles, platform) {
  const { kit: kit2 } = reading;
  const cell = (k) => k >= 0 && row[k].text ? row[k] : null;
  const nameCell = cell(roles.name);
  const nameRole = roles.columns[roles.name]?.role;
  const names = nameCell ? namesIn(reading, nameCell, nameRole, platform) : [];
  const unitCell = cell(roles.unit);
  const isNone = (c) => cellSays(c.text, "blank", kit2) || cellSays(c.text, "clear", kit2);
  const ofUnit = unitCell && !isNone(unitCell) ? unitsIn2(reading, unitCell) : [];
  const ofSite = ofUnit.length === 0 && nameCell && (nameRole === "site_name" || nameRole === "subject_name") ? unitsIn2(reading, nameCell).filter((u) => u.unit !== null) : [];
  const named = nameRole === "subject_name" && ofSite.length > 0 && !names.some(isSite) ? [] : names;
  const regionCell = cell(roles.region);
  const ofRegion = regionCell ? unitsIn2(reading, regionCell) : [];
  const units = ofUnit.length ? ofUnit : ofSite.length ? ofSite : named.length === 0 ? ofRegion : ofRegion.filter((u) => u.unit?.kind === "department");
  if (units.length === 0 && named.length === 0) return [];
  const where = regionOf(ofRegion, reading.place) ?? (group && regionOf(groupOf2(reading, group), reading.place));
  const owners = units === ofRegion || !where ? units : units.map((u) => lyingIn(where, u, reading.text));
  const subjects = named.length ? named : [{ name: null, subject: platform }];
  return (owners.length ? owners : [null]).flatMap(
    (u) => subjects.map(
      (s) => ({
        written: u?.written ?? null,
        unit: u?.unit ?? null,
        subject: s.subject,
        subjectName: s.name
      })
    )
  );
}
var GROUP_FRAME = /^(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|\d{1,2}[.、])|\(?(?:共|计)?\d{1,4}[个家]\)?$/g;
function groupOf2(reading, group) {
  const frame = [...group.text.matchAll(GROUP_FRAME)];
  const lead = frame.find((m) => m.index === 0)?.[0].length ?? 0;
  const tail = frame.find((m) => m.index > 0)?.[0].length ?? 0;
  const start = group.start + lead;
  const end = group.end - tail;
  return start < end ? unitsIn2(reading, { start, end, text: reading.text.slice(start, end) }) : [];
}
function regionOf(named, place) {
  const [only] = named;
  const unit = named.length === 1 ? only.unit : null;
  if (unit?.kind !== "government" || !unit.region || unit.region.code === place.region?.code) return null;
  return unit.region;
}
function lyingIn(region, { written, unit }, text2) {
  if (!unit || unit.kind === "government" || unit.kind === "zone") return { written, unit };
  if (PART_OF_NAME.test(text2.slice(unit.start - 1, unit.start))) return { written, unit };
  const own = unit.prefix === "" || unit.prefix.length === 1 && region.name.endsWith(unit.prefix);
  return own ? { written, unit: { ...unit, region } } : { written, unit };
}
var PART_OF_NAME = /[\u4e00-\u9fff]/;

// src/records/table-findings.ts
function tableFindings(reading) {
  return reading.outline.grids.flatMap((grid, n) => gridFindings(reading, grid, n));
}
function gridFindings(reading, grid, n) {
  const { kit: kit2 } = reading;
  const roles = rolesOf(reading, grid);
  if (!roles) return [];
  const items2 = roles.problems.length > 0 ? [] : checkedItems(grid, roles.columns, kit2);
  const out = [];
  const ofTable = judgingOf(kit2).word.test(grid.title) || referenceVerdict(reading, grid) ? "unqualified" : null;
  for (const [r, row] of grid.rows.entries()) {
    if (row.every((c) => c.text === "") || sumsUp(row, roles, reading)) continue;
    const group = grid.groups[r] ?? null;
    const platform = roles.platform >= 0 ? subjectOf(row[roles.platform].text, kit2) : null;
    const who = whoIn(reading, row, group, roles, platform);
    if (who.length === 0) continue;
    const verdict = verdictOf(reading, row, group, roles) ?? ofTable;
    const about = whatOf(grid, row, group, roles, who);
    const stated = toldIn(reading, grid, row, group, roles, items2, about, verdict);
    const deadline = roles.deadline >= 0 ? dueIn(reading, row[roles.deadline]) : null;
    const url = roles.url >= 0 ? row[roles.url].text.replace(/\s/g, "") : "";
    const written = row.filter((c) => c.text && !c.filled);
    const span = {
      start: Math.min(...written.map((c) => c.start)),
      end: Math.max(...written.map((c) => c.end))
    };
    const part = nounOf(grid.columns[roles.name]?.text ?? "", kit2)?.kind === "channel" ? "column" : null;
    const platformOf = (problem2) => firstPlatform([problem2, group?.text, grid.title, reading.outline.title?.text], kit2);
    for (const { category, likely, problem: problem2, evidence, account } of stated)
      for (const w of who) {
        const subject = w.subjectName === null && account?.platform || (w.subject ?? part ?? (kit2.severity.get(category)?.subject || ((aboutOf(problem2) ?? about) === "media" ? "new_media" : "website")));
        out.push({
          written: w.written,
          unit: w.unit,
          vague: false,
          subject: subject === "new_media" ? platformOf(problem2) ?? subject : subject,
          subjectName: account && w.subjectName === null ? account.name : w.subjectName,
          subjectUrl: url === "" ? null : url,
          category,
          likely,
          problem: problem2,
          verdict,
          deadline,
          state: stateOf(reading, span.start, span.end),
          evidence: evidenceOf(
            reading,
            evidence?.start ?? span.start,
            evidence?.end ?? span.end,
            whereInTable(reading, grid, r)
          ),
          annex: grid.annex,
          origin: 1e5 + n * 1e4 + r,
          sentence: span.start,
          role: "table",
          table: true
        });
      }
  }
  return out;
}
function firstPlatform(stretches, kit2) {
  for (const words2 of stretches) {
    const platform = words2 && platformIn(words2, kit2);
    if (platform) return platform;
  }
  return null;
}
function sumsUp(row, { unit, region, name }, { kit: kit2 }) {
  return row.slice(0, Math.max(unit, region, name) + 1).some((c) => cellSays(c.text, "total", kit2) || cellSays(c.text, "subtotal", kit2));
}
function verdictOf({ kit: kit2 }, row, group, roles) {
  const judging2 = judgingOf(kit2);
  const cell = roles.verdict >= 0 ? row[roles.verdict].text : "";
  if (judging2.word.test(cell)) return "unqualified";
  if (judging2.passed.test(cell)) return "qualified";
  if (roles.columns[roles.verdict]?.role === "verdict") {
    if (cellSays(cell, "no", kit2) || cellSays(cell, "poor", kit2)) return "unqualified";
    if (cellSays(cell, "yes", kit2)) return "qualified";
  }
  return judging2.word.test(group?.text ?? "") ? "unqualified" : null;
}
var MIXED = /(?:网站|栏目|频道).*(?:账号|新媒体)|(?:账号|新媒体).*(?:网站|栏目|频道)/;
var OF_SITE = /网站|门户|频道|栏目|专栏|子站|网$|网页|政府$/;
function whatOf(grid, row, group, roles, who) {
  const own = aboutOf([roles.family, roles.platform].map((k) => k < 0 ? "" : row[k].text).join(" "));
  if (own) return own;
  const { subject } = who[0];
  if (subject && subject !== "website" && subject !== "column") return "media";
  const named = roles.columns[roles.name]?.role;
  if (named === "site_name" || named === "column_name") return "site";
  const header = grid.columns[roles.name]?.text ?? "";
  if (MIXED.test(header) && !OF_SITE.test(tight(row[roles.name].text))) return "media";
  return aboutOf(group?.text ?? "") ?? aboutOf(grid.title) ?? "site";
}
function toldIn(reading, grid, row, group, roles, items2, about, verdict) {
  const problems = roles.problems.flatMap((k) => problemsIn(reading, row[k], about));
  const kinds = problems.some((p) => p.category !== "other") ? [] : roles.kinds.flatMap((k) => problemsIn(reading, row[k], about)).filter((p) => p.category !== "other");
  const told2 = [
    ...kinds.length > 0 ? kinds : problems,
    ...items2.flatMap((item) => failedItem(reading, item, row, about, verdict))
  ];
  return told2.length > 0 || roles.problems.length > 0 || items2.some((i) => i.cells !== "words") ? told2 : problemsOf(reading, group, grid, about);
}
function referenceVerdict(reading, grid) {
  if (grid.annex === 0) return false;
  const media = /新媒体|账号|公众号/.test(grid.title + grid.columns.map((c) => c.text).join(""));
  return reading.outline.passages.some(
    (p) => p.annex === 0 && sentences(reading.text, p.start, p.end).some((s) => {
      const words2 = reading.text.slice(s.start, s.end);
      return /附后|见附件|附件\d?\)|附件所列|另附|附表/.test(words2) && /不合格|单项否决/.test(words2) && (media ? /新媒体|账号|公众号/.test(words2) : !/新媒体|账号/.test(words2) || /网站/.test(words2));
    })
  );
}

// src/records/table-metrics.ts
function tableMetrics(reading) {
  return reading.outline.grids.flatMap((grid) => gridMetrics(reading, grid));
}
function gridMetrics(reading, grid) {
  const columns = columnsOf(grid, reading);
  const figures = columns.flatMap(
    (c, k) => c && (c.role === "figure" || c.role === "rank") && k > 0 ? [k] : []
  );
  if (figures.length === 0 || columns.some((c) => c?.role === "indicator")) return [];
  const roles = columns.map((c) => c?.role);
  if (firstOf2(roles, WHO) < 0) return [];
  const words2 = `${grid.title} ${grid.columns.map((c) => c.text).join(" ")}`;
  const media = /新媒体|账号|公众号/.test(words2);
  const site = /网站|频道/.test(words2);
  const says2 = (c, what) => cellSays(c.text, what, reading.kit);
  const out = [];
  for (const [r, row] of grid.rows.entries()) {
    for (const k of figures) {
      const whoColumn = whoseColumn(roles, k);
      const who = (says2(row[whoColumn], "blank") ? "" : tight(row[whoColumn].text)) || tight(row.find((c) => says2(c, "total"))?.text ?? "");
      const head = row.slice(0, Math.max(whoColumn + 1, figures[0]));
      if (who === "" || head.some((c) => says2(c, "subtotal"))) continue;
      const total = head.some((c) => says2(c, "total")) || isOwnArea(reading, row[whoColumn]);
      const column = columns[k];
      const header = grid.columns[k].text;
      const cell = row[k];
      const figure = numberOf2(cell);
      if (!figure) continue;
      const [measure2, fixed] = column.role === "rank" ? ["rank", ""] : column.measure.split("/");
      const subject = fixed || (media && /\/其[他它]$/.test(tight(header)) ? "other_media" : null) || subjectOf(header, reading.kit) || subjectOf(grid.title, reading.kit) || (media && !site ? "new_media" : site ? "website" : reading.topic ?? "website");
      if (!MEASURES.includes(measure2) || !SUBJECTS.includes(subject)) continue;
      out.push({
        subject,
        measure: measure2,
        value: figure.value,
        unit: measure2 === "rank" ? "rank" : measure2 === "score" ? "points" : /率|比例/.test(header) ? "percent" : "count",
        operator: "=",
        about: total ? null : who,
        as_of: null,
        change: null,
        label: measure2 === "other" ? tight(header) : null,
        raw: figure.raw,
        state: stateOf(reading, cell.start, cell.end),
        ...confidenceOf("table_row"),
        evidence: [evidenceOf(reading, cell.start, cell.end, whereInTable(reading, grid, r))]
      });
    }
  }
  return out;
}
var WHO = ["unit", "region", "site_name", "account_name", "subject_name"];
function whoseColumn(roles, figure) {
  const first = firstOf2(roles, WHO);
  const role = roles[first];
  const period = roles.indexOf(role, first + 1) - first;
  if (period <= 1 || roles.some((r, k) => k >= period && r !== roles[k - period])) return first;
  return first + period * Math.floor(figure / period);
}
function firstOf2(roles, wanted) {
  for (const w of wanted) {
    const k = roles.indexOf(w);
    if (k >= 0) return k;
  }
  return -1;
}
function isOwnArea(reading, cell) {
  const unit = findUnits(reading.text, reading.hits, cell.start, cell.end, reading.place, reading.kit)[0];
  return unit?.kind === "government" && unit.end - unit.start === cell.end - cell.start && unit.region?.code === reading.place.region?.code && reading.place.region !== null;
}
function numberOf2(cell) {
  const m = /^(-?\d+(?:\.\d+)?)\s*(?:%|分|个|家|条|件|名|次)?$/.exec(cell.text.replace(/,/g, "").trim());
  return m ? { value: Number(m[1]), raw: m[1] } : null;
}

// src/records/verdicts.ts
var BACK = /^\s{0,9}(?:上述|以上|这|前述|上面|其中)?(?:的)?(?:\d{1,9}|[一二两三四五六七八九十]{1,9})?[个家]?[^,。;]{0,10}?$/;
var BACK_OPENING = /^[\s,]*(?:上述|以上|这|前述|二者|两者|三者)/;
var ITEMS = /(?:以上|上述|前述|上面)(?:这)?(\d{1,2}|[一二两三四五六七八九十])(?:类|项|种|个?方面)/;
var NAMED_ITEMS = /第(?:\([一二三四五六七八九十]\)[、和及]?){1,9}[项条类点]/;
var HOW_MANY = /(\d{1,9}|[一二两三四五六七八九十]{1,3})[个家]/;
var DENIED2 = /无一|没有|未发现|未出现|无不合格|零不合格|不存在|避免|防止|凡|一律|将被|将按|如|若|的,/;
var EARLIER = /上(?:一)?(?:个)?(?:季度|年|月|次|轮|期|半年)|去年|前期|此前|上述季度/;
var MEDIA4 = /新媒体|账号|帐号|公众号|微博|抖音|视频号|头条/;
var SITE4 = /网站|频道|栏目|站点/;
function applyVerdicts(reading, findings) {
  const bySentence = groupBy(findings, (f) => f.sentence);
  const judging2 = judgingOf(reading.kit);
  const judgedUnits = /* @__PURE__ */ new Set();
  const judgedAccounts = /* @__PURE__ */ new Set();
  const passages = judging2.word.test(reading.text) ? reading.outline.passages : [];
  for (const [origin, passage] of passages.entries()) {
    if (passage.role === "requirements" || passage.role === "criteria" || passage.role === "previous")
      continue;
    let forward = null;
    for (const sentence of sentences(reading.text, passage.start, passage.end)) {
      const words2 = reading.text.slice(sentence.start, sentence.end);
      if (forward && OTHERS2.test(words2)) forward = null;
      if (forward) judgeAll(bySentence.get(sentence.start), (f) => isOf2(f, forward));
      if (forward !== "media" && words2.endsWith("\u3002")) forward = null;
      if (!judging2.word.test(words2) || EARLIER.test(words2)) continue;
      const opening2 = judging2.forward.exec(words2);
      if (opening2 && !DENIED2.test(words2.slice(0, opening2.index))) {
        forward = familyOf(opening2[0]) ?? "both";
        judgeAll(bySentence.get(sentence.start), (f) => isOf2(f, forward));
      }
      let from = sentence.start;
      for (const clause of sentence.clauses) {
        const said = reading.text.slice(clause.start, clause.end);
        const judged2 = judging2.back.exec(said);
        const before = words2.slice(0, clause.start - sentence.start + (judged2?.index ?? 0));
        if (judged2 && !DENIED2.test(before.slice(-24))) {
          const subject = said.slice(0, judged2.index);
          if (BACK_OPENING.test(said) || BACK_OPENING.test(words2) && BACK.test(subject))
            judgeBack(origin, sentence, words2.slice(0, clause.end - sentence.start));
          else note(holdersIn(reading, sentence, from, clause.start + judged2.index + judged2[0].length));
        }
        if (/合格|达标|通过/.test(said)) from = clause.end;
      }
      const listed3 = judging2.listed.exec(words2);
      if (listed3 && !DENIED2.test(words2.slice(0, listed3.index)))
        note(holdersIn(reading, sentence, sentence.start + listed3.index + listed3[0].length, sentence.end));
    }
  }
  for (const f of findings)
    if (f.verdict === "unqualified" && f.unit && !f.subjectName && !isMedia(f.subject) && f.subject)
      judgedUnits.add(keyOf(reading, f));
  for (const f of findings) {
    if (f.verdict !== null) continue;
    if (f.subjectName ? judgedAccounts.has(f.subjectName) : f.unit && siteFault(f) && judgedUnits.has(keyOf(reading, f)))
      f.verdict = "unqualified";
  }
  function judgeBack(origin, sentence, words2) {
    const family = familyOf(words2) ?? "both";
    const items2 = numberOf3(ITEMS.exec(words2));
    const many = numberOf3(HOW_MANY.exec(words2.replace(ITEMS, "")));
    const { passages: passages2 } = reading.outline;
    const { annex } = passages2[origin];
    const markers = NAMED_ITEMS.exec(words2)?.[0].match(/\([一二三四五六七八九十]\)/g) ?? [];
    const told2 = /* @__PURE__ */ new Set();
    const headings = /* @__PURE__ */ new Set();
    const judged2 = [];
    let own = [];
    for (let k = origin; k >= 0; k--) {
      const passage = passages2[k];
      const further = k < origin;
      if (passage.annex !== annex || further && passage.role !== "problems") break;
      if (further && items2 === null && many === null) break;
      headings.add(passage.path.at(-1));
      if (items2 !== null && headings.size > items2 + (own.length > 0 ? 0 : 1)) break;
      if (markers.length > 0 && !passage.path.some((h) => markers.includes(h.marker))) continue;
      const those = findings.filter(
        (f) => (f.origin === k || f.origin === -1 - k) && f.sentence <= sentence.start && !f.vague && isOf2(f, family)
      );
      judged2.push(...those);
      if (k === origin) own = those;
      for (const f of those) told2.add(f.subjectName ?? `${f.written}|`);
      if (many !== null && told2.size >= many) break;
    }
    const whole2 = items2 !== null || many === null || told2.size === many;
    judgeAll(whole2 ? judged2 : own, () => true);
  }
  function note(groups) {
    for (const holder of groups.flatMap((g) => g.holders)) {
      if (holder.kind === "account") judgedAccounts.add(holder.name);
      const unit = holder.kind === "unit" ? holder.unit : holder.kind === "site" ? holder.owner : null;
      if (unit && holder.about !== "media")
        judgedUnits.add(
          unitKey(officialName(unit, reading.place, reading.kit) ?? unit.written, reading.place).replace(
            /(?:人民)?政府$/,
            ""
          )
        );
    }
  }
}
function numberOf3(found2) {
  const written = found2?.[1];
  if (!written) return null;
  const digit = "\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D\u5341".indexOf(written.replace("\u4E24", "\u4E8C"));
  return digit >= 0 && written.length === 1 ? digit + 1 : Number(written) || null;
}
function groupBy(findings, key) {
  const groups = /* @__PURE__ */ new Map();
  for (const f of findings) {
    const group = groups.get(key(f));
    if (group) group.push(f);
    else groups.set(key(f), [f]);
  }
  return groups;
}
function holdersIn(reading, sentence, start, end) {
  return findHolders(reading.text, reading.hits, sentence, reading.place, reading.kit).filter(
    (g) => g.start >= start && g.end <= end
  );
}
function judgeAll(findings, which) {
  for (const f of findings ?? [])
    if (f.verdict === null && !f.table && which(f) && !f.vague) f.verdict = "unqualified";
}
function isOf2(f, family) {
  if (f.category.startsWith("management.")) return false;
  return family === "both" || family === "media" === (isMedia(f.subject) || f.subjectName !== null);
}
var siteFault = (f) => !isMedia(f.subject) && f.subject !== null && !f.category.startsWith("management.");
var keyOf = (reading, f) => unitKey(
  f.unit ? officialName(f.unit, reading.place, reading.kit) ?? f.written : f.written,
  reading.place
).replace(/(?:人民)?政府$/, "");
function familyOf(words2) {
  const media = MEDIA4.test(words2);
  const site = SITE4.test(words2);
  return media === site ? null : media ? "media" : "site";
}

// src/records/assemble.ts
function assembleAll(readings, headers) {
  const told2 = (stage) => readings.map((reading, k) => headers[k].genre === "plan" ? [] : stage(reading));
  const holders = readings.map(
    (reading, k) => headers[k].genre === "plan" ? /* @__PURE__ */ new Map() : sentenceHolders(reading)
  );
  const ofProse = told2(proseMetrics);
  const ofTables = told2(tableMetrics);
  const found2 = readings.map(findDeadlines);
  const inProse2 = readings.map((reading, k) => proseFindings(reading, holders[k]));
  const inTables = told2(tableFindings);
  const findings = readings.map((_, k) => [...inProse2[k], ...inTables[k]]);
  for (const [k, reading] of readings.entries()) applyVerdicts(reading, findings[k]);
  const merged3 = readings.map((reading, k) => mergeFindings(findings[k], reading));
  const metrics = readings.map(
    (_, k) => unique([...ofProse[k], ...ofTables[k]]).filter((m) => !ofFinding(m, merged3[k]))
  );
  const mendBy = readings.map((reading, k) => mendingDates(reading, found2[k], merged3[k]));
  const records = readings.map(
    (reading, k) => merged3[k].flatMap((f) => toRecord(reading, f, metrics[k], mendBy[k]))
  );
  const deadlines = found2.map((all2) => eachOnce(all2).map(withoutPlace2));
  const checks = readings.map(() => []);
  for (const check of checkers)
    for (const [k, reading] of readings.entries())
      checks[k].push(
        ...check({
          reading,
          header: headers[k],
          metrics: metrics[k],
          records: records[k],
          deadlines: deadlines[k]
        })
      );
  return readings.map(
    (reading, k) => noticeOf(reading, headers[k], metrics[k], records[k], deadlines[k], checks[k])
  );
}
var withoutPlace2 = ({
  sentence,
  time,
  clauseEnd,
  passage,
  mends,
  acts,
  ...deadline
}) => deadline;
function noticeOf(reading, header, metrics, records, deadlines, checks) {
  const { source, normalized, outline, kit: kit2 } = reading;
  const docNumber3 = header.docNumber?.value ?? null;
  const span = (k) => k && {
    state: stateOf(reading, k.start, k.end),
    evidence: k.end > k.start ? [evidenceOf(reading, k.start, k.end, "\u6587\u9996")] : []
  };
  const fields = Object.fromEntries(
    Object.entries({
      title: span(header.title),
      issuer: span(header.issuer),
      doc_number: span(header.docNumber),
      index_number: span(header.indexNumber),
      issued: span(header.issued),
      published: span(header.published),
      period: span(header.period)
    }).filter(([, v]) => v !== null)
  );
  const certain = (items2) => normalized.spun ? items2.map((item) => doubted2(item, "spun_text")) : items2;
  return {
    schema_version: SCHEMA_VERSION,
    id: createHash("sha256").update(source.text).digest("hex").slice(0, 16),
    source: {
      uri: source.uri,
      media_type: source.media_type,
      charset: source.charset,
      ...source.charset_declared && { charset_declared: source.charset_declared },
      bytes: source.bytes,
      sha256: source.sha256,
      url: source.url
    },
    text: source.text,
    title: header.title?.value ?? null,
    genre: header.genre,
    issuer: header.issuer?.value ?? null,
    addressees: outline.addressees.map((a) => a.text),
    doc_number: docNumber3,
    index_number: header.indexNumber?.value ?? null,
    issued: header.issued?.value ?? null,
    published: header.published?.value ?? null,
    region: header.region && {
      code: header.region.code,
      name: kit2.regions.path(header.region.code, header.place.date),
      level: header.region.level
    },
    period: header.period?.value ?? null,
    citations: citationsOf(reading, docNumber3),
    attachments: outline.attachments.map(({ number, title, found: found2 }) => ({ number, title, found: found2 })),
    sections: outline.sections.map((s) => sectionOf(reading, s)),
    tables: outline.grids.map((g, n) => {
      const grouped = g.groups.some((x) => x !== null);
      const at2 = normalized.map.toSource(g.start, g.end);
      const cell = (c) => {
        const span2 = c.end > c.start ? normalized.map.toSource(c.start, c.end) : null;
        const [start, end] = span2 ? [span2.start, span2.end] : [at2.start, at2.start];
        return c.filled ? { text: c.text, start, end, filled: true } : { text: c.text, start, end };
      };
      return {
        id: `t${n + 1}`,
        title: g.title,
        columns: [...grouped ? ["group"] : [], ...g.columns.map((c) => c.text)],
        rows: g.rows.map((row, r) => [
          ...grouped ? [cell(g.groups[r] ?? { start: 0, end: 0, text: "" })] : [],
          ...row.map(cell)
        ]),
        layout: g.layout,
        ...at2
      };
    }),
    fingerprint: fingerprintOf(reading.text.slice(outline.body.start, outline.body.end)),
    normalization: normalized.counts,
    fields,
    metrics: certain(metrics),
    records: certain(records),
    deadlines: certain(deadlines),
    checks
  };
}
var OF_FINDINGS = /* @__PURE__ */ new Set(["total", "received", "published"]);
function ofFinding({ about, measure: measure2, evidence }, findings) {
  const [at2] = evidence;
  return OF_FINDINGS.has(measure2) && findings.some(
    (f) => !f.table && (about !== null || f.unit !== null && !f.vague && f.problem.includes(at2.quote)) && f.evidence.some((e) => e.start <= at2.start && e.end >= at2.end)
  );
}
function toRecord(reading, f, metrics, mendBy) {
  const category = reading.kit.severity.get(f.category);
  if (!category) return [];
  const subject = inspected(reading, f.subject ?? (category.subject || null));
  const { confidence, confidence_reasons } = confidenceOf(
    f.category === "other" && "no_category",
    f.likely && "likely_category",
    f.vague && "vague_holder",
    f.written === null && "no_holder",
    toldBy(f)
  );
  return [
    {
      unit: f.written,
      unit_name: f.unitName,
      unit_function: f.unit?.function ?? null,
      unit_region_code: f.unit?.region?.code ?? (f.unit && f.unit.prefix === "" ? reading.place.region?.code ?? null : null),
      subject,
      subject_name: f.subjectName,
      subject_url: f.subjectUrl,
      problem: f.problem,
      category: f.category,
      severity: category.severity,
      verdict: f.verdict,
      pass_rate: areaRate(reading, subject, metrics),
      deadline: f.deadline ?? mendBy(f),
      state: f.state,
      confidence,
      confidence_reasons,
      evidence: f.evidence
    }
  ];
}
function toldBy(f) {
  if (f.evidence.length > 1) return "told_twice";
  if (f.table) return "table_row";
  const quote = f.evidence[0].quote;
  return f.written !== null && f.subjectName && quote.includes(f.written) && quote.includes(f.subjectName) ? "unit_and_account" : "prose_once";
}
function sectionOf(reading, s) {
  const at2 = reading.normalized.map.toSource(s.start, s.end);
  return {
    level: s.level,
    marker: s.marker,
    heading: s.heading,
    ...at2,
    sections: s.sections.map((c) => sectionOf(reading, c))
  };
}

// src/records/own-holder.ts
var FIRST = /[我本](?:局|委|办|厅|院|校|处|中心|公司|所|站|镇|乡|街道|部|会|社|行|馆|台|队|单位|园区|管委会)(?!属|机关|网)/;
var SECOND = /[你贵](?:局|委|办|厅|院|校|处|中心|公司|所|站|镇|乡|街道|部|会|社|行|馆|台|队|单位|园区|管委会|市|县|区|州|旗)/;
function ownHolder(text2, hits, outline, header, kit2) {
  const { place } = header;
  if (header.genre === "self_report") {
    const unit2 = header.issuer && unitAt(text2, hits, header.issuer, place, kit2);
    const itself = unit2 !== null && unit2.kind !== "government" && unit2.function !== "government_office" && (header.title?.value.includes(unit2.core) ?? false);
    return itself ? { written: FIRST.exec(text2)?.[0] ?? unit2.written, unit: unit2 } : { written: null, unit: null };
  }
  const [addressee, ...others] = outline.addressees;
  if (!addressee || others.length > 0 || !SECOND.test(text2.slice(outline.body.start, outline.body.end)))
    return null;
  const unit = unitAt(text2, hits, addressee, place, kit2);
  return unit && { written: unit.written, unit };
}
function unitAt(text2, hits, { start, end }, place, kit2) {
  const units = findUnits(text2, hits, start, end, place, kit2);
  return units.length === 1 ? units[0] : null;
}

// src/kit.ts
import { createHash as createHash2 } from "node:crypto";
import { readFileSync as readFileSync4 } from "node:fs";
import { join as join6 } from "node:path";

// src/lexicon/compiled.ts
import { closeSync, openSync, readSync } from "node:fs";
import { endianness } from "node:os";
import { join as join2 } from "node:path";
import { fileURLToPath } from "node:url";
var COMPILED = fileURLToPath(new URL("./tables.bin", import.meta.url));
var COMPILED_LIKENESS = fileURLToPath(new URL("./likeness.bin", import.meta.url));
function readCompiled(hash, folder, path = COMPILED) {
  const found2 = unpack(path, hash);
  if (!found2) return null;
  const [first, pairs, may, nodes, lists3] = found2.arrays;
  return {
    hash,
    ...withFolder(found2.plain, folder),
    trie: { first: integers(first), pairs: integers(pairs), may: unsigned(may), nodes: integers(nodes) },
    lists: integers(lists3)
  };
}
function readCompiledLikeness(hash, path = COMPILED_LIKENESS) {
  const found2 = unpack(path, hash);
  if (!found2) return null;
  const [slots, weights] = found2.arrays;
  return {
    ...found2.plain,
    slots: integers(slots),
    weights: new Int8Array(weights.buffer, weights.byteOffset, weights.byteLength)
  };
}
function withFolder(plain, folder) {
  for (const [name, rows] of Object.entries(plain.tables)) {
    const file3 = join2(folder, `${name}.tsv`);
    for (const row of rows) row.file = file3;
  }
  const file2 = join2(folder, "cues.tsv");
  for (const { row } of plain.cues.cues) row.file = file2;
  return plain;
}
var HEAD = 512;
function unpack(path, hash) {
  let fd;
  try {
    fd = openSync(path, "r");
  } catch {
    return null;
  }
  try {
    const head = JSON.parse(read(fd, HEAD).toString("utf8"));
    if (head.hash !== hash || head.endianness !== endianness()) return null;
    const [json = 0, ...lengths] = head.lengths;
    const plain = JSON.parse(read(fd, json).toString("utf8"));
    return { plain, arrays: lengths.map((length) => read(fd, length)) };
  } catch {
    return null;
  } finally {
    closeSync(fd);
  }
}
function read(fd, length) {
  const bytes2 = Buffer.from(new ArrayBuffer(length));
  for (let done = 0; done < length; ) {
    const count = readSync(fd, bytes2, done, length - done, null);
    if (count === 0) throw new Error("cut off");
    done += count;
  }
  return bytes2;
}
var integers = (bytes2) => new Int32Array(bytes2.buffer, bytes2.byteOffset, bytes2.byteLength / 4);
var unsigned = (bytes2) => new Uint32Array(bytes2.buffer, bytes2.byteOffset, bytes2.byteLength / 4);

// src/lexicon/contacts.ts
function compileContacts(rows) {
  const of = (kind) => either(rows.filter((row) => row.kind === kind).map((row) => row.word));
  const [person, name] = [of("person"), `${of("family")}[\\u4e00-\\u9fff]{1,2}`];
  return {
    any: new RegExp(`[\\d\uFF10-\uFF19@\uFF20]|${person}`),
    named: new RegExp(
      `${person}(?:\u53CA\u7535\u8BDD|\u59D3\u540D)?[ \\u3000]{0,3}(?:[:\uFF1A][ \\u3000]{0,3})?(${name}(?:[\u3001, ]{1,2}${name}){0,4})(?=[^\\u4e00-\\u9fff]|${of("after")}|$)`,
      "g"
    ),
    name: new RegExp(name, "g"),
    office: new RegExp(`${of("office")}$`),
    number: new RegExp(`${of("number")}[^\\d\\n]{0,6}(\\d{3,4}-?\\d{4})(?!\\d)`, "g")
  };
}
function either(words2) {
  if (words2.length === 0) return "(?!)";
  const escaped = (word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
  const long = words2.filter((w) => w.length > 1).sort((a, b) => b.length - a.length);
  const single = words2.filter((w) => w.length === 1);
  return `(?:${[...long.map(escaped), ...single.length > 0 ? [`[${single.map(escaped).join("")}]`] : []].join("|")})`;
}

// src/lexicon/cues.ts
import { dirname, resolve } from "node:path";

// src/lexicon/table.ts
import { readFileSync as readFileSync3 } from "node:fs";
import * as z from "zod/mini";

// src/messages.ts
var MESSAGES = {
  // Inputs and outputs that are not what they should be.
  no_input: ["{}:\u6CA1\u6709\u8FD9\u4E2A\u6587\u4EF6\u6216\u6587\u4EF6\u5939", "{}: no such file or folder"],
  no_match: ["{}:\u6CA1\u6709\u7B26\u5408\u7684\u6587\u4EF6", "{}: no file matches"],
  nothing_readable: ["{}:\u6587\u4EF6\u5939\u4E2D\u6CA1\u6709\u53EF\u8BFB\u7684\u6587\u4EF6({})", "{}: the folder holds no file that can be read ({})"],
  no_file_or_folder: ["{}:\u65E2\u4E0D\u662F\u6587\u4EF6\u4E5F\u4E0D\u662F\u6587\u4EF6\u5939", "{}: neither a file nor a folder"],
  no_file: ["{}:\u6CA1\u6709\u8FD9\u4E2A\u6587\u4EF6,\u6216\u65E0\u6CD5\u8BFB\u53D6", "{}: no such file, or it cannot be read"],
  many_documents: [
    "{} \u4E2D\u4E0D\u6B62\u4E00\u4EFD\u6587\u6863:\u8BF7\u6307\u660E\u4E00\u4EFD,\u4F8B\u5982 {}",
    "{} holds more than one document: name one, such as {}"
  ],
  no_document: ["{}:{} \u4E2D\u6CA1\u6709\u8FD9\u4EFD\u6587\u6863;\u6709\u7684\u662F {}", "{}: no such document in {}; there is {}"],
  no_folder: ["{}:\u6CA1\u6709\u8FD9\u4E2A\u6587\u4EF6\u5939", "{}: no such folder"],
  no_json: ["{}:\u4E0D\u662F\u6709\u6548\u7684 JSON:{}", "{}: is no JSON: {}"],
  not_read: ["{}:\u672A\u80FD\u8BFB\u53D6:{}", "{}: could not be read: {}"],
  no_output_folder: [
    "{}:\u6CA1\u6709\u8FD9\u4E2A\u6587\u4EF6\u5939;\u8BF7\u7ED9\u51FA tongbao extract -o \u6240\u5199\u7684\u6587\u4EF6\u5939",
    "{}: no such folder; give the folder that `tongbao extract -o` wrote"
  ],
  no_notices: [
    "{}:\u5176\u4E2D\u6CA1\u6709 notices.ndjson;\u8BF7\u7ED9\u51FA tongbao extract -o \u6240\u5199\u7684\u6587\u4EF6\u5939",
    "{}: no notices.ndjson in it; give a folder that `tongbao extract -o` wrote"
  ],
  line_no_json: [
    "{}:\u4E0D\u662F JSON({});\u5199\u5B83\u7684\u90A3\u6B21\u8FD0\u884C\u7ED3\u675F\u4E86\u5417?",
    "{}: not JSON ({}); was the run that wrote it ended?"
  ],
  no_notice: ["{}:\u4E0D\u662F tongbao extract \u5199\u51FA\u7684\u901A\u62A5", "{}: no notice as `tongbao extract` writes it"],
  line_no_notice: ["{}:\u7B2C {} \u884C\u4E0D\u662F\u901A\u62A5:{}", "{}: line {} is no notice: {}"],
  is_there: ["{}:\u5DF2\u7ECF\u5B58\u5728,\u4E0D\u4F1A\u8986\u76D6", "{}: is there already, and nothing is written over"],
  // Output folders.
  other_inputs: [
    "{} \u4E2D\u662F\u5176\u4ED6\u8F93\u5165({})\u7684\u7ED3\u679C:\u8BF7\u7528 --out \u53E6\u6307\u5B9A\u6587\u4EF6\u5939,\u6216\u7528 --overwrite \u66FF\u6362",
    "{} holds the results of other inputs ({}): name another folder with --out, or replace them with --overwrite"
  ],
  not_ours: [
    "{} \u4E0D\u662F\u7A7A\u7684,\u4E5F\u4E0D\u662F tongbao \u6240\u5199:\u8BF7\u7528 --out \u53E6\u6307\u5B9A\u6587\u4EF6\u5939,\u6216\u7528 --overwrite \u5199\u5165\u5176\u4E2D",
    "{} is not empty and not made by tongbao: name another folder with --out, or write into it with --overwrite"
  ],
  // Shards and queues.
  no_plan: [
    "{}:\u5176\u4E2D\u6CA1\u6709\u8BA1\u5212;\u5148\u8FD0\u884C:tongbao plan <\u8F93\u5165> --out {}",
    "{}: no plan is in it; make one with: tongbao plan <inputs> --out {}"
  ],
  other_version: [
    "{}:\u8BA1\u5212\u662F\u7528\u53E6\u4E00\u7248\u672C\u7684\u7A0B\u5E8F\u6216\u8BCD\u8868\u505A\u7684;\u8BF7\u91CD\u65B0\u8FD0\u884C:tongbao plan",
    "{}: the plan was made by another version of the tool or of the tables; make it again with: tongbao plan"
  ],
  shards_missing: ["{} / {} \u4E2A\u5206\u7247\u6CA1\u6709\u5B8C\u6210:{}", "{} of {} shards are not done: {}"],
  shard_groups: [
    "{}:\u5206\u7EC4\u4ECE 0 \u6570\u8D77,{} \u7EC4\u7684\u6700\u540E\u4E00\u7EC4\u662F {}",
    "{}: groups are counted from 0, the last of {} is {}"
  ],
  shard_backwards: ["{}:\u672B\u5C3E\u5728\u5F00\u5934\u4E4B\u524D", "{}: ends before it begins"],
  no_shard: [
    "{}:\u6CA1\u6709\u8FD9\u4E2A\u5206\u7247,\u8BA1\u5212\u5171\u6709 {} \u4E2A,\u4ECE 0 \u6570\u8D77",
    "{}: no such shard, the plan has {}, counted from 0"
  ],
  no_shard_form: [
    "{}:\u4E0D\u662F\u5206\u7247(3)\u3001\u8303\u56F4(0-9)\u6216\u5206\u7EC4(2/16)",
    "{}: neither a shard (3), nor a range (0-9), nor a group (2/16)"
  ],
  input_changed: ["{} \u5728\u8BA1\u5212\u4E4B\u540E\u6709\u6539\u53D8", "{} is not what it was when the run was planned"],
  part_not_whole: ["{}:\u5206\u7247\u7ED3\u679C\u4E0D\u5B8C\u6574:{}", "{}: not a whole part: {}"],
  no_queue_address: [
    "{}:\u961F\u5217\u5730\u5740\u5E94\u4E3A redis://\u2026\u3001rediss://\u2026 \u6216 postgres://\u2026",
    "{}: a queue is at redis://\u2026, rediss://\u2026 or postgres://\u2026"
  ],
  no_package: [
    "\u8FD9\u4E00\u547D\u4EE4\u6240\u9700\u7684\u8F6F\u4EF6\u5305\u6CA1\u6709\u5B89\u88C5:npm install {}",
    "this command needs a package that is not installed: npm install {}"
  ],
  no_queue_package: [
    "\u961F\u5217\u6240\u9700\u7684\u8F6F\u4EF6\u5305\u6CA1\u6709\u5B89\u88C5:npm install bullmq {}",
    "a queue needs packages that are not installed: npm install bullmq {}"
  ],
  shard_given_up: ["\u5206\u7247 {} \u5931\u8D25 {} \u6B21\u540E\u653E\u5F03:{}", "shard {} was given up {} times: {}"],
  no_reason: ["\u6CA1\u6709\u8BF4\u660E\u539F\u56E0", "no reason told"],
  shards_done: ["\u5B8C\u6210\u5206\u7247 {} \u4E2A,\u4E4B\u524D\u5DF2\u5B8C\u6210 {} \u4E2A", "{} shards done, {} were done before"],
  planned: [
    "{} \u4E2A\u5206\u7247,\u5171 {} \u4E2A\u6587\u4EF6,{} \u5B57\u8282:{}\n\u63A5\u7740:tongbao shard 0-{} --out {}    (\u53EF\u4EFB\u610F\u62C6\u5206,\u987A\u5E8F\u548C\u673A\u5668\u4E0D\u9650)\n\u6700\u540E:tongbao commit --out {}",
    "{} shards of {} documents, {} bytes: {}\nnext: tongbao shard 0-{} --out {}    (in any pieces, in any order, anywhere)\nthen: tongbao commit --out {}"
  ],
  work_done: ["\u6240\u6709\u5206\u7247\u90FD\u5DF2\u5B8C\u6210", "all shards are done"],
  // Tables of knowledge and the config file.
  table_no_folder: ["{}:\u6CA1\u6709\u8FD9\u4E2A\u8BCD\u8868\u6587\u4EF6\u5939", "{}: no such folder of tables"],
  table_unknown: ["{}:\u6CA1\u6709\u8FD9\u4E2A\u8BCD\u8868;\u53EF\u7528\u7684\u6709:{}", "{}: no table is called so; known: {}"],
  table_unknown_near: ["{}:\u6CA1\u6709\u8FD9\u4E2A\u8BCD\u8868;\u76F8\u8FD1\u7684\u6709:{}", "{}: no table is called so; near it: {}"],
  table_off_nothing: ["{}:\u6CA1\u6709\u53EF\u505C\u7528\u7684\u884C:\u6CA1\u6709\u54EA\u4E00\u884C\u7684 {}{}", "{}: switches off nothing: no row has {}{}"],
  table_off_near: [";\u4E0E\u201C{}\u201D\u76F8\u8FD1\u7684\u6709:{}", "; near \xAB{}\xBB: {}"],
  table_cells: ["{}:\u6709 {} \u683C,\u800C\u8868\u5934\u53EA\u6709 {} \u5217:{}", "{}: {} cells, but the header has {} columns: {}"],
  table_no_header: ["{}:\u6CA1\u6709\u8868\u5934;\u5E94\u4E3A:{},\u4EE5\u5236\u8868\u7B26\u5206\u9694", "{}: no header row; it needs: {}, separated by tabs"],
  table_no_text: [
    "{}:\u4E0D\u662F\u6587\u672C;\u8BF7\u53E6\u5B58\u4E3A\u201C\u4EE5\u5236\u8868\u7B26\u5206\u9694\u7684\u6587\u672C\u201D(UTF-8 \u6700\u597D)",
    "{}: is no text; save it as text with cells separated by tabs, UTF-8 best"
  ],
  table_no_tabs: [
    "{}:\u8FD9\u4E00\u884C\u6CA1\u6709\u5236\u8868\u7B26(Tab);\u5404\u683C({})\u4E4B\u95F4\u8981\u6309 Tab \u952E,\u4E0D\u80FD\u7528\u7A7A\u683C",
    "{}: no tab in this row; its cells ({}) are separated by tabs, not by blanks"
  ],
  table_no_column: [
    "{}:\u7F3A\u5C11\u201C{}\u201D\u5217;\u7B2C\u4E00\u4E2A\u975E\u6CE8\u91CA\u884C\u987B\u662F\u8868\u5934,\u4EE5\u5236\u8868\u7B26\u5206\u9694:{}{}",
    "{}: no column \xAB{}\xBB; the first row that is no comment names the columns, separated by tabs: {}{}"
  ],
  table_no_tab: ["(\u8FD9\u4E00\u884C\u6CA1\u6709\u5236\u8868\u7B26)", " (no tab stands in this row)"],
  table_unknown_column: ["{}:\u6CA1\u6709\u540D\u4E3A\u201C{}\u201D\u7684\u5217;\u53EF\u7528\u7684\u5217:{}", "{}: unknown column \xAB{}\xBB; known: {}"],
  table_cell: ["{}:\u201C{}\u201D\u5217\u662F\u201C{}\u201D:{}", "{}: column \xAB{}\xBB is \xAB{}\xBB: {}"],
  table_cell_among: ["{}:\u201C{}\u201D\u5217\u662F\u201C{}\u201D,\u4E0D\u5728\u53EF\u7528\u7684\u503C\u4E4B\u4E2D{}", "{}: column \xAB{}\xBB is \xAB{}\xBB, which it cannot be{}"],
  table_cell_listed: [
    "{}:\u201C{}\u201D\u5217\u662F\u201C{}\u201D,{} \u4E2D\u6CA1\u6709(\u5728\u5176\u4E2D\u52A0\u4E00\u884C\u5373\u53EF){}",
    "{}: column \xAB{}\xBB is \xAB{}\xBB, which {} does not have (a row there makes it known){}"
  ],
  cell_empty: ["\u4E0D\u80FD\u4E3A\u7A7A", "must not be empty"],
  cell_bar: ["\u8981\u7528\u534A\u89D2\u7684\u201C|\u201D,\u4E0D\u662F\u5168\u89D2\u7684\u201C\uFF5C\u201D", "takes | between alternatives, not the full-width \uFF5C"],
  cell_colon: ["\u4E0D\u5199\u540E\u9762\u7684\u5192\u53F7", "goes without its colon"],
  cell_words: ["\u5404\u8BCD\u4E4B\u95F4\u7528\u7A7A\u683C\u9694\u5F00,\u4E0D\u7528\u9017\u53F7\u3001\u987F\u53F7", "words are separated by blanks, not by commas"],
  cell_levels: ["\u53EA\u80FD\u7531 n p c t \u7EC4\u6210", "must be letters of n p c t"],
  cell_month: ["\u5E94\u4E3A YYYY-MM", "must be YYYY-MM"],
  cell_day: ["\u5E94\u4E3A YYYY-MM-DD", "must be YYYY-MM-DD"],
  cell_code: ["\u5E94\u4E3A\u516D\u4F4D\u6570\u5B57", "must be six digits"],
  near_it: [";\u76F8\u8FD1\u7684\u6709:{}", "; near it: {}"],
  known_are: [";\u53EF\u7528\u7684\u6709:{}", "; known: {}"],
  config_no_file: ["{}:\u6CA1\u6709\u8FD9\u4E2A\u6587\u4EF6", "{}: no such file"],
  config_unknown: ["{}:\u6CA1\u6709\u540D\u4E3A\u201C{}\u201D\u7684\u8BBE\u7F6E{}", "{}: unknown key \xAB{}\xBB{}"],
  config_value: ["{}:\u201C{}\u201D:{}", "{}: \xAB{}\xBB: {}"],
  // Values of options.
  want_day: [
    "\u5E94\u4E3A\u65E5\u671F\u6216\u65F6\u523B,\u5982 2024-05-01\u30012024-05-01T09:30\u3002",
    "a day is wanted, as in 2024-05-01, or a time, as in 2024-05-01T09:30."
  ],
  want_count: ["\u5E94\u4E3A\u5927\u4E8E 0 \u7684\u6574\u6570\u3002", "a whole number above 0 is wanted."],
  want_port: ["\u5E94\u4E3A\u7AEF\u53E3\u53F7,0 \u81F3 65535\u3002", "a port is wanted, 0 to 65535."],
  want_origin: [
    "\u5E94\u4E3A\u6765\u6E90\u5730\u5740,\u5982 http://localhost:3000\u3002",
    "an http or https origin is wanted, such as http://localhost:3000."
  ],
  want_formats: ["\u6CA1\u6709 {};\u53EF\u7528\u7684\u6709 {}\u3002", "not known: {}; known are {}."],
  want_file_or_text: [
    "\u9519\u8BEF:\u8BF7\u7ED9\u51FA\u4E00\u4E2A\u6587\u4EF6,\u6216\u7528 --text \u7ED9\u51FA\u4E00\u6BB5\u6587\u5B57",
    "error: give a file, or a text with --text"
  ],
  port_in_use: [
    "\u672C\u673A\u7684\u7AEF\u53E3 {} \u5DF2\u88AB\u5360\u7528;\u7528 --port \u6362\u4E00\u4E2A,\u6216\u7528 --port 0 \u81EA\u52A8\u9009\u62E9",
    "port {} is in use on this machine, perhaps by another tongbao; choose another with --port, or --port 0 for a free one"
  ],
  internal: ["\u7A0B\u5E8F\u5185\u90E8\u9519\u8BEF,\u8BF7\u62A5\u544A:{}", "internal error, please report it: {}"],
  // What a run tells.
  run_counts: ["\u901A\u62A5 {} \u4EFD,\u95EE\u9898 {} \u6761", "{} notices, {} records"],
  run_categories: ["\u95EE\u9898\u7C7B\u522B", "records by category"],
  run_rates: ["\u5404\u5730\u5408\u683C\u7387", "pass rates by region"],
  run_deadlines: ["\u671F\u9650", "deadlines"],
  run_checks: ["\u5B58\u7591", "what does not add up"],
  run_failed: ["\u672A\u80FD\u8BFB\u53D6", "failed inputs"],
  run_not_comparable: ["\u4E0D\u53EF\u6BD4:{}", "not comparable: {}"],
  run_more: ["\u2026\u2026\u53E6\u6709 {} \u9879", "\u2026 and {} more"],
  run_more_failed: ["\u2026\u2026\u53E6\u6709 {} \u9879,\u89C1 errors.ndjson", "\u2026 and {} more in errors.ndjson"],
  run_skipped: ["{} \u4E2A\u5176\u4ED6\u7C7B\u578B\u7684\u6587\u4EF6,\u89C1 documents.csv", "{} files of other kinds, see documents.csv"],
  run_files: ["\u7ED3\u679C\u5728 {}:{}", "files in {}: {}"],
  progress_line: ["{}/{} \u4EFD,{}", "{}/{} documents, {}"],
  progress_shards: ["{}/{} \u4E2A\u5206\u7247", "{}/{} shards"],
  progress_rate: ["\u6BCF\u79D2 {} \u4EFD", "{} notices/s"],
  progress_failed: ["{} \u4EFD\u672A\u80FD\u8BFB\u5168", "{} failed or in part"],
  progress_left: ["\u8FD8\u9700 {}", "{} left"],
  report_made: ["{}:{} \u4EFD\u901A\u62A5,{};\u7528\u6D4F\u89C8\u5668\u6253\u5F00", "{}: {} notices, {}; open it in a browser"],
  report_left: [
    "\u56E0\u6587\u4EF6\u5927\u5C0F,\u6700\u540E {} \u4EFD\u7684\u5168\u6587\u672A\u6536\u5165;tongbao serve {} \u53EF\u770B\u5168\u90E8",
    "the texts of the last {} notices are not in it, for its size; `tongbao serve {}` shows them all"
  ],
  serve_started: [
    "{}  \u62A5\u544A\n{}openapi.json  \u5404 JSON \u63A5\u53E3\u7684\u8BF4\u660E\nCtrl-C \u7ED3\u675F",
    "{}  report\n{}openapi.json  what the JSON endpoints answer\nCtrl-C ends it"
  ],
  init_made: [
    "\u5DF2\u5728 {} \u4E2D\u5EFA\u7ACB:{}\n\u4E0B\u4E00\u6B65:\u628A\u7F51\u9875\u6216\u6587\u4EF6\u653E\u8FDB notices/,\u7136\u540E\u8FD0\u884C tongbao extract notices",
    "made in {}: {}\nnext: put pages or files into notices/ and run: tongbao extract notices"
  ],
  // Comparing and mining.
  diff_same: ["{} \u7BC7\u901A\u62A5,\u6CA1\u6709\u5DEE\u5F02", "{} notices: no difference"],
  diff_notices: [
    "\u5171\u6709\u7684\u901A\u62A5 {} \u7BC7,\u4EC5\u540E\u8005\u6709 {} \u7BC7,\u4EC5\u524D\u8005\u6709 {} \u7BC7",
    "{} notices in both, {} only after, {} only before"
  ],
  diff_kind: ["\u6309\u79CD\u7C7B(+ \u65B0\u589E,- \u4E22\u5931,~ \u6539\u53D8)", "by kind (+ gained, - lost, ~ altered)"],
  diff_field: ["\u6309\u5B57\u6BB5", "by field"],
  diff_category: ["\u6309\u7C7B\u522B", "by category"],
  diff_more: ["\u2026\u2026\u53E6\u6709 {} \u5904(--most\u3001--json)", "\u2026 and {} more (--most, --json)"],
  mine_seen: ["{} \u7BC7 {} \u5904", "{} documents, {} times"],
  mine_counts: [
    "# {} \u7BC7,\u95EE\u9898\u8BED\u53E5 {} \u53E5,\u5176\u4E2D {} \u53E5\u6CA1\u6709\u63D0\u793A\u8BED\u80FD\u8BC6\u522B",
    "# {} documents, {} clauses of problems, of which no cue reads {}"
  ],
  mine_guesses: [
    "# \u8BF7\u9010\u884C\u6838\u5BF9\u540E\u518D\u91C7\u7528:\u7C7B\u522B\u3001\u804C\u80FD\u3001\u5217\u7684\u542B\u4E49\u90FD\u662F\u63A8\u6D4B",
    "# read each row before you keep it: category, function and role are guesses"
  ],
  mine_read_as: ["\u6B64\u53E5\u73B0\u5728\u8BFB\u4F5C {}", "read as {} so far"],
  mine_failed: ["# \u672A\u80FD\u8BFB\u53D6:{}:{}", "# not read: {}: {}"],
  // What explain shows.
  explain_source: ["{}  {} {},{} \u5B57\u8282", "{}  {} {}, {} bytes"],
  explain_plain: [
    "(\u4E00\u53E5\u8BDD,\u4E0D\u662F\u901A\u62A5:\u5217\u51FA\u5176\u4E2D\u8BA4\u51FA\u7684\u8BCD\u8BED,\u4E0D\u7B97\u4F5C\u95EE\u9898\u8BB0\u5F55)",
    "(a sentence and no notice: what it names is listed, and it gives no records)"
  ],
  explain_none: ["(\u65E0)", "(none)"],
  explain_read: ["\u8BFB\u53D6", "read"],
  explain_normalize: ["\u89C4\u6574", "normalize"],
  explain_segment: ["\u7ED3\u6784", "segment"],
  explain_tables: ["\u8868\u683C", "tables"],
  explain_parse: ["\u65E5\u671F\u548C\u6570\u5B57", "parse"],
  explain_places: ["\u5730\u540D", "places"],
  explain_units: ["\u5355\u4F4D", "units"],
  explain_cues: ["\u63D0\u793A\u8BED", "cues"],
  explain_notice: ["\u901A\u62A5", "notice"],
  explain_metrics: ["\u6307\u6807", "metrics"],
  explain_records: ["\u95EE\u9898", "records"],
  explain_deadlines: ["\u671F\u9650", "deadlines"],
  explain_checks: ["\u5B58\u7591", "checks"],
  explain_repaired: ["(\u539F\u6587\u7F3A\u5B57,\u5DF2\u8865)", "(repaired)"],
  explain_title: ["\u6807\u9898:", "title:"],
  explain_addressee: ["\u4E3B\u9001:", "addressed to:"],
  explain_signature: ["\u843D\u6B3E:", "signature:"],
  explain_furniture: ["\u7F51\u9875\u90E8\u4EF6:", "furniture:"],
  explain_found: ["\u6587\u4E2D\u6709", "found"],
  explain_not_found: ["\u6587\u4E2D\u6CA1\u6709", "not in the text"],
  explain_about: ["\u6307{}", "about {}"],
  explain_likely: ["(\u6CA1\u6709\u63D0\u793A\u8BED,\u63AA\u8F9E\u76F8\u8FD1:{})", "(no cue; by likeness of its words: {})"],
  // Rows that do not do what they say.
  row_lacks: [
    "\u4F8B\u53E5\u91CC\u6CA1\u6709\u8FD9\u4E9B\u8BCD,\u6240\u4EE5\u8BFB\u4E0D\u4F5C {}:{}(\u6BCF\u4E00\u683C\u90FD\u8981\u5728\u540C\u4E00\u5206\u53E5\u4E2D\u51FA\u73B0)",
    "is not read as {}, for want of: {} (each term must stand in one clause)"
  ],
  row_not_one_clause: [
    "\u8BFB\u4E0D\u4F5C {}:\u5404\u4E2A\u8BCD\u4E0D\u5728\u540C\u4E00\u5206\u53E5\u4E2D,\u6216\u5728\u5F15\u53F7\u3001\u4E66\u540D\u53F7\u4E4B\u5185",
    "is not read as {}: its terms stand in different clauses, or inside quotation marks"
  ],
  row_read_as: ["\u8BFB\u4F5C {}({}),\u90A3\u4E00\u884C\u8BF4\u5F97\u66F4\u5177\u4F53", "is read as {} ({}), a row that says more"],
  row_due: ["\u201C{}\u201D\u8BFB\u51FA\u7684\u671F\u9650:{}", "the due dates read in \xAB{}\xBB are: {}"],
  row_not_in_example: ["\u5176\u4E2D\u6CA1\u6709\u201C{}\u201D", "\xAB{}\xBB does not stand in it"],
  row_place: ["\u5E94\u8BA4\u51FA {},\u73B0\u5728\u8BA4\u51FA:{}", "should name {}, and names: {}"],
  row_place_in_name: ["\u5E94\u5199\u4E0D\u5E26\u5730\u540D\u7684\u540D\u79F0:{}", "goes without its place: {}"],
  row_counter: ["\u4E0D\u5E94\u8BA4\u51FA {},\u5374\u8BA4\u51FA\u4E86", "should not name {}, and does"],
  row_date: ["\u5E94\u4E3A {},\u73B0\u5728\u8BFB\u4F5C:{}", "should be {}, and is read as: {}"],
  row_not_masked: ["\u6CA1\u6709\u88AB\u5F53\u4F5C\u5E7F\u544A\u8BCD\u906E\u53BB", "is not masked as an advertisement"],
  rows_right: ["{} \u884C,\u90FD\u4E0E\u4F8B\u5B50\u76F8\u7B26", "{} rows, each as its example says"],
  rows_wrong: ["{} \u884C,\u5176\u4E2D {} \u5904\u4E0E\u4F8B\u5B50\u4E0D\u7B26", "{} rows, {} of them not as their examples say"],
  // Scores and reviews.
  gold_document: [
    "{}:\u627E\u4E0D\u5230\u5B83\u7684\u6587\u6863 {}(\u5E94\u5728 docs/ \u4E2D)",
    "{}: its document {} is not beside it (looked in docs/)"
  ],
  no_gold: ["{}:\u4E0D\u662F\u4EBA\u5DE5\u6838\u5BF9\u6587\u4EF6(\u7F3A doc)", "{}: is no gold file (it has no doc)"],
  no_golds: ["{}:\u6CA1\u6709\u4EBA\u5DE5\u6838\u5BF9\u6587\u4EF6(.json)", "{}: no gold files (.json) in it"],
  scores_documents: ["{} \u4EFD\u6587\u6863", "{} documents"],
  scores_header: [
    "\u5B57\u6BB5                        \u5BF9     \u9519   \u6F0F     \u51C6\u786E\u7387  \u53EC\u56DE\u7387    F1",
    "field                       hit  wrong missed      P      R     F1"
  ],
  scores_spans: [
    "\u4F9D\u636E {} \u5904,\u5176\u4E2D {} \u5904\u4E0E\u6240\u5F15\u539F\u6587\u4E0D\u7B26",
    "evidence spans: {}, of which {} do not reproduce their quote"
  ],
  scores_confidence: ["\u6309\u628A\u63E1\u7A0B\u5EA6:\u5BF9/\u5168\u90E8", "right by confidence (right/all)"],
  no_decision: ["{}:\u4E0D\u662F tongbao review \u5199\u4E0B\u7684\u5224\u65AD", "{}: no decision as `tongbao review` writes it"],
  review_no_notice: [
    "{} \u4E2D\u6CA1\u6709\u7F16\u53F7\u4E3A {} \u7684\u901A\u62A5(\u7F16\u53F7\u89C1 notices.csv \u7684 notice_id \u5217)",
    "{}: no notice {} (notice_id in notices.csv)"
  ],
  review_exported: [
    "\u5DF2\u5BFC\u51FA {} \u4EFD\u901A\u62A5\u3001{} \u6761\u5224\u65AD\u5230 {}\n\u68C0\u9A8C:tongbao eval {}",
    "exported {} notices, {} decisions to {}\nto score: tongbao eval {}"
  ],
  review_from_text: [
    "{}:\u539F\u6587\u4EF6\u5DF2\u4E0D\u5728\u6216\u5DF2\u6539\u53D8,\u6539\u7528\u8BFB\u51FA\u7684\u6587\u5B57",
    "{}: the file is gone or changed; its text as read is used"
  ],
  review_started: [
    "{}\n\u5728\u6D4F\u89C8\u5668\u4E2D\u6253\u5F00\u4EE5\u4E0A\u5730\u5740\u5373\u53EF\u6838\u5BF9(\u4EC5\u9650\u672C\u673A)\u3002\u6BCF\u4E00\u6B65\u90FD\u7ACB\u5373\u4FDD\u5B58;\u6309 G \u5BFC\u51FA\u5230 {};Ctrl-C \u7ED3\u675F\u3002",
    "{}\nopen this address in a browser on this machine to review. Every step is kept at once; G exports to {}; Ctrl-C ends it."
  ]
};
function sayIn(lang, message, ...fill2) {
  let i = 0;
  return MESSAGES[message][lang === "zh" ? 0 : 1].replaceAll("{}", () => String(fill2[i++] ?? ""));
}
function both(message, ...fill2) {
  const of = (side) => fill2.map((f) => typeof f === "object" ? f[side] : f);
  return [sayIn("en", message, ...of(0)), sayIn("zh", message, ...of(1))];
}
var listed2 = (names) => [names.join(", "), names.join("\u3001")];
var ToldError = class extends Error {
  constructor(message, zh = message) {
    super(message);
    this.zh = zh;
  }
  zh;
};

// src/lexicon/near.ts
import { distance } from "fastest-levenshtein";
function nearest(value, known7) {
  return [...new Set(known7)].map((word) => ({ word, far: farFrom(value, word) })).filter(({ word, far }) => far <= Math.max(1, Math.floor(Math.max(word.length, value.length) / 2))).sort((a, b) => a.far - b.far || (a.word < b.word ? -1 : 1)).slice(0, 3).map(({ word }) => word);
}
function farFrom(a, b) {
  return a !== "" && b !== "" && (a.includes(b) || b.includes(a)) ? 1 : distance(a, b);
}

// src/lexicon/table.ts
var TableError = class extends ToldError {
  name = "TableError";
};
function readTable(path, schema) {
  return readCells(path, schema).map((row) => checkRow(row, schema));
}
function readCells(path, schema, mayBeOff = false) {
  const columns = Object.keys(schema.shape);
  const rows = [];
  let header;
  let at2 = [];
  const lines = linesOf2(path);
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (line.startsWith("#") || line.trim() === "") continue;
    const cells = line.split("	");
    for (let k = 0; k < cells.length; k++) cells[k] = unquoted2(cells[k]);
    if (!header) {
      checkHeader(`${path}:${i + 1}`, cells, schema);
      header = cells;
      at2 = columns.map((c) => cells.indexOf(c));
      continue;
    }
    if (cells.length > header.length)
      throw new TableError(
        ...both("table_cells", `${path}:${i + 1}`, cells.length, header.length, listed2(header))
      );
    const off = mayBeOff && cells[0].startsWith("-");
    if (cells.length === 1 && header.length > 1 && !off && /\s/.test(cells[0]))
      throw new TableError(...both("table_no_tabs", `${path}:${i + 1}`, listed2(header)));
    if (off) cells[0] = cells[0].slice(1).trim();
    const record = {};
    for (let k = 0; k < columns.length; k++) record[columns[k]] = cells[at2[k]] ?? "";
    rows.push({ file: path, line: i + 1, cells: record, off });
  }
  if (!header) throw new TableError(...both("table_no_header", path, listed2(columns)));
  return rows;
}
function unquoted2(cell) {
  const text2 = cell.trim();
  return /^".*"$/.test(text2) && text2.length > 1 ? text2.slice(1, -1).replaceAll('""', '"').trim() : text2;
}
function linesOf2(path) {
  const bytes2 = readFileSync3(path);
  const marked = bytes2[0] === 255 && bytes2[1] === 254 ? ["utf-16le"] : bytes2[0] === 254 && bytes2[1] === 255 ? ["utf-16be"] : [];
  for (const charset of [...marked, "utf-8", "gb18030"])
    try {
      const text2 = new TextDecoder(charset, { fatal: true }).decode(bytes2);
      if (!text2.includes("\0")) return text2.split(/\r?\n/);
    } catch {
    }
  throw new TableError(...both("table_no_text", path));
}
function checkHeader(place, cells, schema) {
  const columns = Object.keys(schema.shape);
  const unknown = cells.find((c) => !columns.includes(c));
  const missing = columns.find(
    (c) => !cells.includes(c) && !(schema.shape[c] && z.safeParse(schema.shape[c], "").success)
  );
  if (missing)
    throw new TableError(
      ...both(
        "table_no_column",
        place,
        missing,
        listed2(columns),
        cells.length === 1 ? both("table_no_tab") : ""
      )
    );
  if (unknown !== void 0)
    throw new TableError(...both("table_unknown_column", place, unknown, listed2(columns)));
}
function checkRow(row, schema) {
  const parsed = schema.safeParse(row.cells);
  if (parsed.success) return { ...parsed.data, file: row.file, line: row.line };
  const issue = parsed.error.issues[0];
  const column = String(issue.path[0] ?? "");
  const value = row.cells[column] ?? "";
  if (issue.code === "invalid_value") throw notAmong(row, column, value, issue.values.map(String));
  const why = issue.message in MESSAGES ? both(issue.message) : issue.message;
  throw new TableError(...both("table_cell", placeOf2(row), column, value, why));
}
function notAmong(row, column, value, known7, where, called = []) {
  const near = called.length > 0 ? [...called] : nearest(value, known7);
  const choice = near.length > 0 || known7.length > 40 ? near : known7;
  const rest = pair(
    near.length > 0 ? both("near_it", listed2(near)) : ["", ""],
    choice === known7 || known7.length <= 20 ? both("known_are", listed2(known7)) : ["", ""]
  );
  return new TableError(
    ...where ? both("table_cell_listed", placeOf2(row), column, value, where, rest) : both("table_cell_among", placeOf2(row), column, value, rest)
  );
}
var pair = (...parts3) => [
  parts3.map(([en2]) => en2).join(""),
  parts3.map(([, zh]) => zh).join("")
];
var placeOf2 = (row) => `${row.file}:${row.line}`;

// src/lexicon/cues.ts
var CueHead = class {
  constructor(line, opens2) {
    this.line = line;
    this.opens = opens2;
  }
  line;
  opens;
  #literals = null;
  get text() {
    return this.line.slice(0, this.line.indexOf("	"));
  }
  get literals() {
    this.#literals ??= literalsOf(this.line);
    return this.#literals;
  }
};
var NEGATIONS = ["\u672A*", "\u6CA1*", "\u65E0", "\u4E0D", "\u4E0D\u4E88", "\u4E0D\u6309*", "\u4E0D\u80FD*", "\u672A\u80FD*", "\u62D2\u7EDD"];
function negated(word) {
  const at2 = word.indexOf("!");
  return at2 < 0 ? [word] : NEGATIONS.map((n) => word.slice(0, at2) + n + word.slice(at2 + 1));
}
function readCues(cueRows, wordRows, categories, overlay = null) {
  const classes = /* @__PURE__ */ new Map();
  for (const row of wordRows) {
    const known7 = classes.get(row.class);
    if (known7) known7.words.push(...row.words);
    else classes.set(row.class, { words: [...row.words], object: row.kind === "object" });
  }
  const termIds = /* @__PURE__ */ new Map();
  const isObject = [];
  const literals = /* @__PURE__ */ new Map();
  const termOf = (key, words2, object2) => {
    const known7 = termIds.get(key);
    if (known7 !== void 0) return known7;
    const id = termIds.size;
    termIds.set(key, id);
    isObject[id] = object2;
    for (const word of words2.flatMap(negated)) {
      const literal = literals.get(word);
      if (literal) literal.terms.push(id);
      else {
        const [text2 = "", ...rest] = word.split("*");
        const weight = word.replaceAll("*", "").length;
        literals.set(word, { text: text2, order: literals.size, rest, weight, terms: [id] });
      }
    }
    return id;
  };
  const cues = cueRows.map((row, order) => {
    if (!categories.has(row.category))
      throw notAmong(row, "category", row.category, [...categories], "categories.tsv");
    const terms = row.pattern.split(" ").map((written) => {
      const governed = written.startsWith("^");
      const body = governed ? written.slice(1) : written;
      if (body === "~media" || body === "~site")
        return { id: -1, about: body === "~media" ? "media" : "site", governed };
      if (!body.startsWith("@")) return { id: termOf(body, body.split("|"), false), about: null, governed };
      const words2 = classes.get(body.slice(1));
      if (!words2)
        throw notAmong(
          row,
          "pattern",
          body,
          [...classes.keys()].map((name) => `@${name}`),
          "words.tsv"
        );
      return { id: termOf(body, words2.words, words2.object), about: null, governed };
    });
    return {
      category: row.category,
      terms,
      order,
      row: { file: row.file, line: row.line },
      own: overlay !== null && resolve(dirname(row.file)) === resolve(overlay)
    };
  });
  return { cues, ...linesOf3([...literals.values()]), isObject };
}
function cueTable({ cues, heads, opens: opens2, isObject }) {
  const opening2 = new Uint8Array(65536);
  for (let i = 0; i < opens2.length; i++) opening2[opens2.charCodeAt(i)] = 1;
  const byTerm = isObject.map(() => []);
  for (const cue of cues)
    for (const t2 of cue.terms) if (t2.id >= 0 && !byTerm[t2.id].includes(cue)) byTerm[t2.id].push(cue);
  return { cues, byTerm, heads: heads.map((line) => new CueHead(line, opening2)), isObject };
}
function linesOf3(literals) {
  const heads = /* @__PURE__ */ new Map();
  const opens2 = /* @__PURE__ */ new Set();
  for (const { text: text2, order, rest, terms } of literals) {
    const behind = rest.map((part) => `*${part}`).join("");
    heads.set(text2, `${heads.get(text2) ?? text2}	${order}	${behind}	${terms.join(" ")}`);
    if (rest[0]) opens2.add(rest[0][0]);
  }
  return { heads: [...heads.values()], opens: [...opens2].join("") };
}
function literalsOf(line) {
  const plain = [];
  const gapped = /* @__PURE__ */ new Map();
  const [text2 = "", ...fields] = line.split("	");
  for (let k = 0; k < fields.length; k += 3) {
    const behind = fields[k + 1];
    const rest = behind === "" ? [] : behind.slice(1).split("*");
    const literal = {
      text: text2,
      order: Number(fields[k]),
      rest,
      weight: text2.length + behind.length - rest.length,
      terms: fields[k + 2].split(" ").map(Number)
    };
    const first = rest[0]?.charCodeAt(0);
    if (!first) plain.push(literal);
    else {
      const known7 = gapped.get(first);
      if (known7) known7.push(literal);
      else gapped.set(first, [literal]);
    }
  }
  return { plain, gapped };
}

// src/lexicon/folder.ts
import { existsSync } from "node:fs";
import { dirname as dirname2, join as join3 } from "node:path";
import { fileURLToPath as fileURLToPath2 } from "node:url";
function lexiconFolder() {
  for (let at2 = dirname2(fileURLToPath2(import.meta.url)); ; at2 = dirname2(at2)) {
    const folder = join3(at2, "grammars", "lexicon");
    if (existsSync(folder)) return folder;
    if (dirname2(at2) === at2) throw new Error("the folder grammars/lexicon is missing from the package");
  }
}

// src/lexicon/matcher.ts
var BITS = 1 << 20;
var CHARACTER = 0;
var SIBLING = 1;
var CHILD = 2;
var PAYLOADS = 3;
var WIDTH = 4;
var Matcher = class {
  /** Offset of the node that a first character leads to, 0 where no literal starts with it. */
  #first;
  /** Pairs of characters that literals start with and the offsets of their nodes, side by side, open addressing. */
  #pairs;
  #paired = 0;
  /** A bit for each pair, and for each node and character that leads on, by its hash among so many: most characters carry no literal on, and this is small enough to be at hand. */
  #may;
  #nodes;
  #end = WIDTH;
  #payloads = [[]];
  /** Of no literals yet; or with all the nodes of `trie`, and nothing at them: then `put` says what, and `add` is not for it. */
  constructor(trie = null) {
    this.#first = trie?.first ?? new Int32Array(65536);
    this.#pairs = trie?.pairs ?? new Int32Array(2 << 14);
    this.#may = trie?.may ?? new Uint32Array(BITS >>> 5);
    this.#nodes = trie?.nodes ?? new Int32Array(WIDTH << 15);
  }
  get trie() {
    return {
      first: this.#first,
      pairs: this.#pairs,
      may: this.#may,
      nodes: this.#nodes.subarray(0, this.#end)
    };
  }
  /** Returns the number of the list of payloads that stands where the literal ends; 0 for the empty one, which is nowhere. */
  add(literal, payload) {
    if (literal === "") return 0;
    const c = literal.charCodeAt(0);
    let node2 = this.#first[c] || (this.#first[c] = this.#make(c));
    if (literal.length > 1) node2 = this.#linked(c, literal.charCodeAt(1));
    for (let i = 2; i < literal.length; i++) {
      const next = literal.charCodeAt(i);
      let child = this.#nodes[node2 + CHILD];
      while (child !== 0 && this.#nodes[child + CHARACTER] !== next) child = this.#nodes[child + SIBLING];
      if (child === 0) {
        child = this.#make(next);
        this.#nodes[child + SIBLING] = this.#nodes[node2 + CHILD];
        this.#nodes[node2 + CHILD] = child;
        this.#allow(node2, next);
      }
      node2 = child;
    }
    const list = this.#nodes[node2 + PAYLOADS] || (this.#nodes[node2 + PAYLOADS] = this.#payloads.length);
    this.put(list, payload);
    return list;
  }
  /** What `add` does once the list is known: for the same literals in the same order. */
  put(list, payload) {
    if (list === 0) return;
    if (list < this.#payloads.length) this.#payloads[list].push(payload);
    else this.#payloads.push([payload]);
  }
  /** Calls `hit` for every literal found, by start and then by length; overlapping and nested ones included. */
  scan(text2, start, end, hit) {
    const first = this.#first;
    const may = this.#may;
    const nodes = this.#nodes;
    const payloads = this.#payloads;
    let next = start < end ? text2.charCodeAt(start) : 0;
    for (let i = start; i < end; i++) {
      const c = next;
      if (i + 1 < end) next = text2.charCodeAt(i + 1);
      let node2 = first[c];
      if (node2 === 0) continue;
      let j = i + 1;
      const single = nodes[node2 + PAYLOADS];
      if (single !== 0) {
        const found2 = payloads[single];
        for (let k = 0; k < found2.length; k++) hit(i, j, found2[k]);
      }
      if (j >= end) return;
      const bit = hashOf(c, next) & BITS - 1;
      if ((may[bit >>> 5] & 1 << (bit & 31)) === 0) continue;
      node2 = this.#pair(c, next);
      j++;
      while (node2 !== 0) {
        const many = nodes[node2 + PAYLOADS];
        if (many !== 0) {
          const found2 = payloads[many];
          for (let k = 0; k < found2.length; k++) hit(i, j, found2[k]);
        }
        if (j >= end) break;
        const after2 = text2.charCodeAt(j++);
        const bit2 = hashOf(node2, after2) & BITS - 1;
        if ((may[bit2 >>> 5] & 1 << (bit2 & 31)) === 0) break;
        node2 = nodes[node2 + CHILD];
        while (node2 !== 0 && nodes[node2 + CHARACTER] !== after2) node2 = nodes[node2 + SIBLING];
      }
    }
  }
  /** The longest literal that starts at `at`, with its payloads; undefined where none does. */
  longestAt(text2, at2) {
    let best;
    const nodes = this.#nodes;
    const c = text2.charCodeAt(at2);
    let node2 = at2 < text2.length ? this.#first[c] : 0;
    for (let j = at2 + 1; node2 !== 0; j++) {
      const many = nodes[node2 + PAYLOADS];
      if (many !== 0) best = { end: j, payloads: this.#payloads[many] };
      if (j >= text2.length) break;
      const after2 = text2.charCodeAt(j);
      if (j === at2 + 1) {
        node2 = this.#pair(c, after2);
        continue;
      }
      node2 = nodes[node2 + CHILD];
      while (node2 !== 0 && nodes[node2 + CHARACTER] !== after2) node2 = nodes[node2 + SIBLING];
    }
    return best;
  }
  #make(c) {
    const node2 = this.#end;
    this.#end += WIDTH;
    if (this.#end > this.#nodes.length) {
      const nodes = this.#nodes;
      this.#nodes = new Int32Array(nodes.length * 2);
      this.#nodes.set(nodes);
    }
    this.#nodes[node2 + CHARACTER] = c;
    return node2;
  }
  /** The node of a pair of characters, 0 where no literal starts with it. */
  #pair(a, b) {
    const pairs = this.#pairs;
    return pairs[slotOf2(pairs, a, b) + 1];
  }
  #linked(a, b) {
    const known7 = this.#pair(a, b);
    if (known7 !== 0) return known7;
    if (++this.#paired * 6 > this.#pairs.length) {
      const pairs = this.#pairs;
      this.#pairs = new Int32Array(pairs.length * 2);
      for (let at2 = 0; at2 < pairs.length; at2 += 2)
        if (pairs[at2 + 1] !== 0) this.#put(pairs[at2] >>> 16, pairs[at2] & 65535, pairs[at2 + 1]);
    }
    const node2 = this.#make(b);
    this.#put(a, b, node2);
    this.#allow(a, b);
    return node2;
  }
  #allow(from, c) {
    const bit = hashOf(from, c) & BITS - 1;
    this.#may[bit >>> 5] |= 1 << (bit & 31);
  }
  #put(a, b, node2) {
    const at2 = slotOf2(this.#pairs, a, b);
    this.#pairs[at2] = a << 16 | b;
    this.#pairs[at2 + 1] = node2;
  }
};
function slotOf2(pairs, a, b) {
  const key = a << 16 | b;
  const mask = pairs.length - 1;
  for (let at2 = hashOf(a, b) << 1 & mask; ; at2 = at2 + 2 & mask)
    if (pairs[at2 + 1] === 0 || pairs[at2] === key) return at2;
}
function hashOf(a, b) {
  const h = Math.imul(a, 2654435761) ^ Math.imul(b, 2246822507);
  return h ^ h >>> 15;
}

// src/lexicon/overlay.ts
import { readdirSync } from "node:fs";
import { join as join4 } from "node:path";
var KEYS = {
  "ad-words": ["word"],
  categories: ["category"],
  cells: ["word", "says"],
  "check-items": ["item"],
  columns: ["header", "match"],
  contacts: ["word", "kind"],
  cues: ["pattern"],
  demands: ["word"],
  timing: ["says", "words", "place"],
  verdicts: ["word"],
  festivals: ["name"],
  functions: ["function"],
  furniture: ["word"],
  headings: ["word"],
  kinds: ["word"],
  measures: ["word", "figure", "side"],
  metadata: ["key"],
  modality: ["word"],
  "region-aliases": ["alias", "code"],
  "region-changes": ["date", "old_code"],
  "spun-words": ["word"],
  subjects: ["word"],
  terms: ["kind", "code"],
  topics: ["word"],
  "unit-suffixes": ["suffix"],
  units: ["name", "levels?", "since?", "until?"],
  "variant-words": ["variant"],
  zones: ["form"]
};
var SHOWS = /* @__PURE__ */ new Set(["example", "counter"]);
function tableNames(folder) {
  return entriesOf(folder).filter((f) => f.endsWith(".tsv")).sort();
}
function entriesOf(folder) {
  try {
    return readdirSync(folder);
  } catch {
    throw new TableError(...both("table_no_folder", folder));
  }
}
function overlayFiles(folder, known7) {
  const files = entriesOf(folder).filter((f) => /\.(?:tsv|csv|txt|xlsx?)$/i.test(f)).sort();
  for (const file2 of files) {
    const name = file2.replace(/\.[^.]+$/, "");
    if (known7.includes(name) && file2.endsWith(".tsv")) continue;
    const near = known7.includes(name) ? [name] : nearest(name, known7);
    const instead = (near.length ? near : known7).map((n) => `${n}.tsv`);
    throw new TableError(
      ...both(near.length ? "table_unknown_near" : "table_unknown", join4(folder, file2), listed2(instead))
    );
  }
  return files.map((file2) => ({ name: file2.slice(0, -4), path: join4(folder, file2) }));
}
function overlaid(table3, own, path, schema) {
  const key = KEYS[table3];
  let rest = [...own];
  const first = [];
  const last2 = [];
  for (const raw of readCells(path, schema, true)) {
    if (raw.off) {
      rest = without(table3, rest, raw);
      continue;
    }
    const row = checkRow(raw, schema);
    if (!key) {
      last2.push(row);
      continue;
    }
    const same = rest.filter((r) => key.every((c) => sameBy(c, r, row)));
    rest = rest.filter((r) => !same.includes(r));
    first.push(...same.length > 0 ? same.map((r) => merged2(r, row)) : [row]);
  }
  return [...first, ...rest, ...last2];
}
function sameBy(column, a, b) {
  const name = column.replace("?", "");
  return a[name] === b[name] || name !== column && b[name] === "";
}
function merged2(old, row) {
  const cells = Object.entries(row).map(([column, value]) => {
    const was = old[column];
    if (Array.isArray(value)) return [column, [.../* @__PURE__ */ new Set([...was, ...value])]];
    return [column, value === "" ? was : value];
  });
  return Object.fromEntries(cells);
}
function without(table3, rows, raw) {
  const filled = Object.entries(raw.cells).filter(([column2, cell2]) => cell2 !== "" && !SHOWS.has(column2));
  const lists3 = filled.filter(([column2]) => Array.isArray(rows[0]?.[column2]));
  const scalars = filled.filter((f) => !lists3.includes(f));
  let found2 = false;
  const kept = rows.flatMap((row) => {
    if (!scalars.every(([column2, cell2]) => String(row[column2]) === cell2)) {
      const less = table3 === "cues" ? withoutAlternative(row, raw) : null;
      if (less === null) return [row];
      found2 = true;
      return less;
    }
    if (lists3.length === 0) {
      found2 = true;
      return [];
    }
    let next = row;
    for (const [column2, cell2] of lists3) {
      const gone = new Set(cell2.split(" "));
      const words2 = row[column2];
      const left = words2.filter((w) => !gone.has(w));
      if (left.length < words2.length) found2 = true;
      next = { ...next, [column2]: left };
    }
    return [next];
  });
  if (found2) return kept;
  const [column, cell] = filled.find(([c]) => c !== Object.keys(raw.cells)[0]) ?? filled[0] ?? ["", ""];
  const near = nearest(
    cell,
    rows.flatMap((r) => wordsOf3(r[column]))
  );
  throw new TableError(
    ...both(
      "table_off_nothing",
      placeOf2(raw),
      [
        filled.map(([c, v]) => `\xAB${v}\xBB as ${c}`).join(" and "),
        filled.map(([c, v]) => `${c} \u662F\u201C${v}\u201D`).join("\u3001")
      ],
      near.length > 0 ? both("table_off_near", cell, listed2(near)) : ""
    )
  );
}
function withoutAlternative(row, raw) {
  const { category, pattern: pattern2 } = raw.cells;
  if (row.category !== category || !pattern2 || /[ |]/.test(pattern2)) return null;
  const terms = row.pattern.split(" ").map((t2) => t2.split("|"));
  const left = terms.map((t2) => t2.filter((word) => word.replace(/^\^/, "") !== pattern2));
  if (left.every((t2, i) => t2.length === terms[i].length)) return null;
  return left.some((t2) => t2.length === 0) ? [] : [{ ...row, pattern: left.map((t2) => t2.join("|")).join(" ") }];
}
function wordsOf3(value) {
  return Array.isArray(value) ? value.map(String) : String(value).split(/[| ]/);
}

// src/lexicon/tables.ts
import { join as join5 } from "node:path";
import { en } from "zod/locales";
import * as z2 from "zod/mini";

// src/lexicon/references.ts
var REFERENCES = [
  { table: "cues", column: "category", from: "categories", of: "category" },
  { table: "topics", column: "category", from: "categories", of: "category" },
  { table: "check-items", column: "category", from: "categories", of: "category" },
  { table: "check-items", column: "media", from: "categories", of: "category" },
  { table: "units", column: "function", from: "functions", of: "function" },
  { table: "unit-suffixes", column: "function", from: "functions", of: "function" },
  { table: "zones", column: "function", from: "functions", of: "function" },
  { table: "columns", column: "role", from: "columns", of: "role" },
  { table: "columns", column: "measure", from: "columns", of: "measure" },
  { table: "measures", column: "measure", from: "measures", of: "measure" },
  { table: "measures", column: "subject", from: "subjects", of: "subject" },
  { table: "subjects", column: "subject", from: "subjects", of: "subject" }
];
function checkReferences(tables2, own) {
  for (const { table: table3, column, from, of } of REFERENCES) {
    const listed3 = (from === table3 ? own : tables2)[from];
    const known7 = new Set(listed3.map((row) => String(row[of])));
    for (const row of tables2[table3]) {
      const value = String(row[column]);
      if (value !== "" && !known7.has(value))
        throw notAmong(
          row,
          column,
          value,
          [...known7].filter(Boolean).sort(),
          from === table3 ? void 0 : `${from}.tsv`,
          listed3.filter((r) => r.zh === value).map((r) => String(r[of]))
        );
    }
  }
}

// src/lexicon/tables.ts
z2.config(en());
function makeSchemas() {
  const text2 = z2.string();
  const filled = z2.string().check(z2.minLength(1, "cell_empty"));
  const like = (pattern2, otherwise) => z2.string().check(z2.regex(pattern2, otherwise));
  const words2 = z2.pipe(
    like(/^[^,，、;；]*$/, "cell_words"),
    z2.transform((s) => s === "" ? [] : s.split(" "))
  );
  const filledWords = z2.pipe(
    filled,
    z2.transform((s) => s.split(" "))
  );
  return {
    categories: z2.object({
      category: filled,
      zh: filled,
      severity: z2.enum(["veto", "deduction", "management"]),
      subject: text2
    }),
    cues: z2.object({
      category: filled,
      pattern: filled.check(z2.regex(/^[^｜]*$/, "cell_bar")),
      example: filled
    }),
    words: z2.object({ class: filled, kind: z2.enum(["object", "state"]), words: filledWords }),
    verdicts: z2.object({ word: filled, verdict: z2.enum(["unqualified", "qualified"]), example: filled }),
    demands: z2.object({ word: filled, does: z2.enum(["mend", "act", "ask"]) }),
    timing: z2.object({
      says: z2.enum([
        "over",
        "standing",
        "repeated",
        "notice",
        "other",
        "label",
        "no_label",
        "latest",
        "given"
      ]),
      words: filled,
      place: z2.enum(["touching", "before", "behind", "after", "around", "sentence"]),
      example: filled,
      counter: text2
    }),
    topics: z2.object({ word: filled, category: filled }),
    units: z2.object({
      function: filled,
      name: filled,
      aliases: words2,
      stems: words2,
      levels: like(/^[npct]*$/, "cell_levels"),
      since: like(/^(\d{4}-\d\d)?$/, "cell_month"),
      until: like(/^(\d{4}-\d\d)?$/, "cell_month"),
      provinces: words2
    }),
    "unit-suffixes": z2.object({
      suffix: filled,
      function: filled,
      expand: filled,
      not_before: text2,
      not_after: text2
    }),
    functions: z2.object({ function: filled, zh: filled }),
    zones: z2.object({ form: filled, short: filled, function: filled }),
    subjects: z2.object({
      word: filled,
      subject: filled,
      kind: z2.enum([
        "site",
        "column",
        "channel",
        "media",
        "platform",
        "data",
        "message",
        "article",
        "disclosure",
        "service"
      ])
    }),
    vague: z2.object({
      role: z2.enum(["quantifier", "noun", "part", "boundary", "generic", "compound", "scope"]),
      words: filledWords
    }),
    modality: z2.object({
      word: filled,
      modality: z2.enum([
        "denied",
        "required",
        "hypothetical",
        "criteria",
        "previous",
        "past",
        "praised",
        "sanction",
        "observed",
        "none"
      ]),
      scope: z2.enum(["after", "clause", "sentence"])
    }),
    headings: z2.object({
      word: filled,
      role: z2.enum(["overview", "problems", "causes", "requirements", "praise", "previous", "criteria"])
    }),
    kinds: z2.object({
      word: filled,
      genre: z2.enum(["circular", "self_report", "notice", "announcement", "report", "plan", "other"])
    }),
    metadata: z2.object({
      key: filled.check(z2.regex(/[^:：]$/, "cell_colon")),
      field: z2.enum([
        "index_number",
        "doc_number",
        "title",
        "publisher",
        "source",
        "issued",
        "published",
        "-"
      ])
    }),
    furniture: z2.object({ word: filled, where: z2.enum(["start", "end", "whole", "any", "short", "foot"]) }),
    columns: z2.object({
      header: filled,
      match: z2.enum(["whole", "end", "any"]),
      role: filled,
      measure: text2
    }),
    cells: z2.object({
      word: filled,
      says: z2.enum([
        "yes",
        "no",
        "none",
        "poor",
        "grade",
        "clear",
        "blank",
        "total",
        "subtotal",
        "asks",
        "denies"
      ]),
      match: z2.enum(["whole", "start", "end"]),
      example: filled,
      counter: text2
    }),
    "check-items": z2.object({ item: filled, category: filled, media: text2, example: filled }),
    measures: z2.object({
      word: filled,
      measure: filled,
      figure: z2.enum(["count", "percent", "points", "rank", "all"]),
      side: z2.enum(["before", "after"]),
      subject: text2
    }),
    "ad-words": z2.object({ word: filled, example: filled }),
    "spun-words": z2.object({ word: filled, meant: filled, weight: z2.enum(["1", "2", "3"]), example: filled }),
    "variant-words": z2.object({ variant: filled, word: filled }),
    festivals: z2.object({
      name: filled,
      calendar: z2.enum(["solar", "lunar", "term", "weekday"]),
      month: z2.coerce.number().check(z2.multipleOf(1), z2.gte(1), z2.lte(12)),
      day: filled,
      example: filled,
      date: like(/^\d{4}-\d\d-\d\d$/, "cell_day")
    }),
    "region-aliases": z2.object({
      alias: filled,
      use: z2.enum(["anywhere", "plain", "inside"]),
      code: like(/^\d{6}$/, "cell_code"),
      name: filled,
      example: filled,
      counter: text2
    }),
    "region-changes": z2.object({
      date: like(/^\d{4}-\d\d$/, "cell_month"),
      old_code: like(/^\d{6}$/, "cell_code"),
      old_name: filled,
      new_code: like(/^\d{6}$/, "cell_code"),
      new_name: filled
    }),
    contacts: z2.object({
      word: filled,
      kind: z2.enum(["family", "person", "after", "number", "office"]),
      example: filled
    }),
    terms: z2.object({ kind: filled, code: filled, zh: filled, en: text2 })
  };
}
var made;
var schemas = () => made ??= makeSchemas();
function loadTables(folder, overlay = null) {
  const own = Object.fromEntries(
    Object.entries(schemas()).map(([name, schema]) => [name, readTable(join5(folder, `${name}.tsv`), schema)])
  );
  const files = overlay === null ? [] : overlayFiles(overlay, Object.keys(schemas()));
  const changed = files.map(({ name, path }) => {
    const table3 = name;
    return [table3, overlaid(table3, own[table3], path, schemas()[table3])];
  });
  const tables2 = { ...own, ...Object.fromEntries(changed) };
  checkReferences(tables2, own);
  return tables2;
}

// src/kit.ts
var KINDS2 = [
  "cue",
  "region",
  "region-stem",
  "unit",
  "suffix",
  "zone",
  "subject",
  "measure",
  "modality",
  "quantifier",
  "vague-noun"
];
var KIND_OF = Object.fromEntries(KINDS2.map((kind, n) => [kind, n]));
var last;
function loadKit(folder = lexiconFolder(), overlay = null, hash = tablesHash(folder, overlay)) {
  const of = [folder, overlay, hash].join("\n");
  if (last?.of !== of) {
    const compiled5 = overlay === null ? readCompiled(hash, folder) : null;
    last = { of, kit: kitOf(compiled5 ?? compile3(folder, overlay, hash), folder) };
  }
  return last.kit;
}
function compile3(folder = lexiconFolder(), overlay = null, hash = tablesHash(folder, overlay)) {
  const tables2 = loadTables(folder, overlay);
  const regions = readRegions(join6(folder, "regions.tsv"), tables2["region-changes"], tables2["region-aliases"]);
  const categories = new Set(tables2.categories.map((row) => row.category));
  const cues = readCues(tables2.cues, tables2.words, categories, overlay);
  const stems3 = stemsOf(new Regions(regions).names());
  const matcher = new Matcher();
  const lists3 = [];
  for (const [word] of literalsOf2(tables2, new Regions(regions), cueTable(cues), stems3))
    lists3.push(matcher.add(word, null));
  return { hash, tables: tables2, regions, cues, stems: stems3, trie: matcher.trie, lists: Int32Array.from(lists3) };
}
function kitOf(compiled5, folder) {
  const { hash, tables: tables2 } = compiled5;
  const regions = new Regions(compiled5.regions);
  const severity = new Map(tables2.categories.map((row) => [row.category, row]));
  const cues = cueTable(compiled5.cues);
  const matcher = new Matcher(compiled5.trie);
  let n = 0;
  for (const [, literal] of literalsOf2(tables2, regions, cues, compiled5.stems))
    matcher.put(compiled5.lists[n++], alike(literal));
  const variants = new Map(tables2["variant-words"].map((row) => [row.variant, row.word]));
  let likeness;
  return {
    tables: tables2,
    hash,
    regions,
    cues,
    get likeness() {
      return likeness ??= new Likeness(readCompiledLikeness(hash) ?? readLikeness(folder));
    },
    matcher,
    severity,
    foreign: { media: categoriesOn(tables2, "website"), site: categoriesOn(tables2, "new_media") },
    variantWords: {
      pattern: new RegExp([...variants.keys()].sort((a, b) => b.length - a.length).join("|"), "g"),
      to: variants
    },
    boundaries: wordsOf4(tables2, "boundary"),
    generics: wordsOf4(tables2, "generic"),
    compounds: wordsOf4(tables2, "compound"),
    scopes: wordsOf4(tables2, "scope"),
    demands: {
      mend: demandsOf(tables2, "mend"),
      act: demandsOf(tables2, "act"),
      ask: tables2.demands.map((row) => row.word)
    },
    judging: { unqualified: judgingOf2(tables2, "unqualified"), qualified: judgingOf2(tables2, "qualified") },
    metadataKeys: new Map(tables2.metadata.map((row) => [row.key, row.field])),
    contacts: compileContacts(tables2.contacts)
  };
}
function wordsOf4(tables2, role) {
  return new Set(tables2.vague.filter((row) => row.role === role).flatMap((row) => row.words));
}
function categoriesOn(tables2, subject) {
  return new Set(tables2.categories.filter((row) => row.subject === subject).map((row) => row.category));
}
function judgingOf2(tables2, verdict) {
  return tables2.verdicts.filter((row) => row.verdict === verdict).map((row) => row.word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).join("|");
}
function demandsOf(tables2, does) {
  return tables2.demands.filter((row) => row.does === does).map((row) => row.word);
}
function stemsOf(names) {
  const stems3 = /* @__PURE__ */ new Set();
  for (const name of names) {
    const stem = stemOf(name);
    if (stem && stem !== name) stems3.add(stem);
  }
  return [...stems3];
}
function* literalsOf2(tables2, regions, cues, stems3) {
  for (const head of cues.heads) yield [head.text, { is: "cue", head }];
  for (const name of regions.names()) yield [name, { is: "region", name }];
  for (const stem of stems3) yield [stem, { is: "region-stem", stem }];
  for (const row of tables2.units) {
    yield [row.name, { is: "unit", row, form: "name" }];
    if (row.name.length >= 6 && /^[\u4e00-\u9fff]+$/.test(row.name))
      yield [row.name.slice(1), { is: "unit", row, form: "torn" }];
    for (const alias of row.aliases) yield [alias, { is: "unit", row, form: "alias" }];
    for (const stem of row.stems) yield [stem, { is: "unit", row, form: "stem" }];
  }
  for (const row of tables2["unit-suffixes"]) yield [row.suffix, { is: "suffix", row }];
  for (const row of tables2.zones) yield [row.form, { is: "zone", row }];
  for (const row of tables2.subjects) yield [row.word, { is: "subject", row }];
  for (const row of tables2.measures) {
    const [head = "", ...rest] = row.word.split("*");
    yield [head, { is: "measure", row, rest }];
  }
  for (const row of tables2.modality) yield [row.word, { is: "modality", row }];
  for (const row of tables2.vague)
    if (row.role === "noun" || row.role === "part" || row.role === "quantifier")
      for (const word of row.words)
        yield [
          word,
          row.role === "quantifier" ? { is: "quantifier" } : { is: "vague-noun", part: row.role === "part" }
        ];
}
function alike(literal) {
  const own = literal;
  const entry = {
    kind: KIND_OF[literal.is],
    is: own.is,
    row: own.row ?? null,
    form: own.form ?? null,
    head: own.head ?? null,
    name: own.name ?? null,
    stem: own.stem ?? null,
    rest: own.rest ?? null,
    part: own.part ?? null
  };
  return entry;
}
function tablesHash(folder = lexiconFolder(), overlay = null) {
  const hash = createHash2("sha256");
  for (const at2 of overlay === null ? [folder] : [folder, overlay])
    for (const file2 of tableNames(at2)) {
      hash.update(`${at2 === folder ? "" : "+"}${file2}\0`);
      hash.update(readFileSync4(join6(at2, file2)));
    }
  hash.update(readFileSync4(join6(folder, LIKENESS)));
  return hash.digest("hex");
}

// src/resolve/hits.ts
var NONE4 = [];
var starts2 = new Int32Array(1 << 12);
var ends = new Int32Array(1 << 12);
var entries = [];
function grow() {
  const [before, and] = [starts2, ends];
  starts2 = new Int32Array(before.length * 2);
  starts2.set(before);
  ends = new Int32Array(before.length * 2);
  ends.set(and);
}
var Hits = class {
  /** Where the hits of each kind begin, and where the last ones end. */
  #from = new Int32Array(KINDS2.length + 1);
  #starts;
  #ends;
  #entries;
  #made;
  /** Most characters of a hit of each kind. */
  #longest = new Int32Array(KINDS2.length);
  constructor(text2, kit2) {
    const from = this.#from;
    const longest2 = this.#longest;
    let found2 = 0;
    kit2.matcher.scan(text2, 0, text2.length, (start, end, entry) => {
      if (found2 === starts2.length) grow();
      starts2[found2] = start;
      ends[found2] = end;
      entries[found2++] = entry;
      const { kind } = entry;
      from[kind + 1]++;
      if (end - start > longest2[kind]) longest2[kind] = end - start;
    });
    for (let kind = 0; kind < KINDS2.length; kind++) from[kind + 1] += from[kind];
    this.#starts = new Int32Array(found2);
    this.#ends = new Int32Array(found2);
    this.#entries = new Array(found2);
    this.#made = new Array(found2);
    const next = from.slice();
    for (let n = 0; n < found2; n++) {
      const entry = entries[n];
      const at2 = next[entry.kind]++;
      this.#starts[at2] = starts2[n];
      this.#ends[at2] = ends[n];
      this.#entries[at2] = entry;
    }
  }
  /** Number of the first hit of a kind that starts at `offset` or later; those of the kind go on up to `until`. */
  from(kind, offset) {
    const of = KIND_OF[kind];
    const starts3 = this.#starts;
    let low = this.#from[of];
    let high = this.#from[of + 1];
    while (low < high) {
      const middle = low + high >> 1;
      if (starts3[middle] < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
  until(kind) {
    return this.#from[KIND_OF[kind] + 1];
  }
  startOf(n) {
    return this.#starts[n];
  }
  endOf(n) {
    return this.#ends[n];
  }
  entryOf(n) {
    return this.#entries[n];
  }
  /** The same object each time it is asked for. */
  at(n) {
    const known7 = this.#made[n];
    if (known7 !== void 0) return known7;
    const hit = { start: this.#starts[n], end: this.#ends[n], entry: this.entryOf(n) };
    this.#made[n] = hit;
    return hit;
  }
  /** Whether any hit of a kind lies inside [start, end). */
  any(kind, start, end) {
    const until = this.until(kind);
    for (let n = this.from(kind, start); n < until && this.#starts[n] < end; n++)
      if (this.#ends[n] <= end) return true;
    return false;
  }
  /** Hits of a kind that lie inside [start, end), by start and then length. */
  within(kind, start, end) {
    let n = this.from(kind, start);
    const until = this.until(kind);
    if (n >= until || this.#starts[n] >= end) return NONE4;
    const out = [];
    for (; n < until && this.#starts[n] < end; n++) if (this.#ends[n] <= end) out.push(this.at(n));
    return out;
  }
  /** The same without those that lie inside a longer one of the kind. */
  longest(kind, start, end) {
    let n = this.from(kind, start);
    const until = this.until(kind);
    if (n >= until || this.#starts[n] >= end) return NONE4;
    const out = [];
    for (let reached = -1; n < until && this.#starts[n] < end; n++) {
      const stop = this.#ends[n];
      if (stop > end || stop <= reached) continue;
      const hit = this.at(n);
      if (out.length > 0 && out[out.length - 1].start === hit.start) out[out.length - 1] = hit;
      else out.push(hit);
      reached = stop;
    }
    return out;
  }
  endingAt(kind, end, from) {
    const until = this.until(kind);
    for (let n = this.from(kind, Math.max(from, end - this.#longest[KIND_OF[kind]])); n < until && this.#starts[n] < end; n++)
      if (this.#ends[n] === end) return this.at(n);
    return null;
  }
};

// src/segment/attachments.ts
var ANNOUNCED = /^附\s*(?:(?:件|表)\s*)?[::]\s*(?=\S)|^附件\s*(?=[1一](?:[.、]|:\s*\S))|^附(?:件|表)\s*([\d一二三四五六七八九十]+)\s*[::.、]\s*(?=\S)/;
var NUMBERED = /^(?:附件\s*)?(\d{1,2}|[一二三四五六七八九十])\s*[.、:．]\s*(?=\S)/;
var START = /^(?:附\s*件|附\s*表|附)\s*([\d一二三四五六七八九十]{0,3})\s*[::]?(?=$|[|\s(《])/;
function readAnnouncement(text2, lines, from) {
  const first = lines[from];
  const m = ANNOUNCED.exec(first.text.replace(/\|/g, " ").trimEnd());
  if (!m) return [];
  const out = [];
  let i = from;
  let start = first.start + m[0].length;
  const single = !NUMBERED.test(text2.slice(start, first.end));
  for (; ; ) {
    const line = lines[i];
    for (const piece of parts(text2, start, line.end)) {
      const n = NUMBERED.exec(text2.slice(piece.start, piece.end));
      const own = trimmed(text2, piece.start + (n ? n[0].length : 0), piece.end);
      const title = cleanTitle(text2.slice(own.start, own.end));
      if (title)
        out.push({
          ...own,
          number: n ? numberOf4(n[1]) : m[1] ? numberOf4(m[1]) : null,
          title,
          found: false,
          lines: [line]
        });
    }
    const next = lines[++i];
    if (!next || next.gap > 1 || next.text.length > 60) break;
    const again = /^附件\s*[\d一二三四五六七八九十]+\s*[::.、]/.exec(next.text);
    const number = again ?? NUMBERED.exec(next.text);
    if (single && !again) break;
    if (!number) break;
    start = next.start + (again && !NUMBERED.test(next.text) ? again[0].length : 0);
  }
  return out;
}
function* parts(text2, start, end) {
  const slice = text2.slice(start, end);
  let at2 = 0;
  for (const m of slice.matchAll(
    /(?<=[^\d\s.])\s{0,99}(?=[;\s]\s{0,99}\d{1,2}[.、](?!\d))|(?<=[\u4e00-\u9fff)》])(?=\d{1,2}[.、][\u4e00-\u9fff])/g
  )) {
    yield trimmed(text2, start + at2, start + m.index);
    at2 = m.index + m[0].length;
  }
  yield trimmed(text2, start + at2, end);
}
function cleanTitle(raw) {
  return tight(
    raw.replace(/[|;。.\s]{1,99}$/, "").replace(/\((?:请|另|此件|略|见|可|下载|另发|另附|电子版|内部)[^()]*\)$/, "").replace(/^[;\s]+/, "").replace(/\.(?:docx?|xlsx?|pdf|wps|et|zip|rar)$/i, "")
  ).replace(/^《(.*)》$/, "$1");
}
function annexStart(line) {
  if (line.text.length > 60 || ANNOUNCED.test(line.text.replace(/\|/g, " ").trim()) && !/^附件\s*[\d一二三四五六七八九十]*[::]\s*\|/.test(line.text))
    return annexTitleOnLine(line);
  const m = START.exec(line.text);
  return m ? m[1] ? numberOf4(m[1]) : 0 : null;
}
function annexTitleOnLine(line) {
  const m = /^附(?:件|表)\s{0,9}([\d一二三四五六七八九十]{0,3})\s{0,9}[::]?\s{0,9}\S{2,50}$/.exec(line.text);
  return m ? m[1] ? numberOf4(m[1]) : 0 : null;
}
function numberOf4(word) {
  return /^\d+$/.test(word) ? Number(word) : "\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D\u5341".indexOf(word[0]) + 1;
}

// src/segment/furniture.ts
var SHORT = 60;
var compiled4 = /* @__PURE__ */ new WeakMap();
function chromeOf(kit2) {
  let chrome = compiled4.get(kit2);
  if (chrome) return chrome;
  const words2 = (where) => kit2.tables.furniture.filter((r) => r.where === where).map((r) => r.word);
  const by = (list, at2) => {
    const map = /* @__PURE__ */ new Map();
    for (const word of list) map.set(word.at(at2), [...map.get(word.at(at2)) ?? [], word]);
    return map;
  };
  chrome = {
    whole: new Set(words2("whole")),
    start: by(words2("start"), 0),
    end: by(words2("end"), -1),
    any: words2("any"),
    short: words2("short"),
    foot: by(words2("foot"), 0)
  };
  compiled4.set(kit2, chrome);
  return chrome;
}
function isFurniture(line, kit2) {
  const text2 = line.text;
  if (/^[|\s>»·•\-—_/]*$/.test(text2) && !/^[-—]{2,}/.test(text2)) return true;
  const chrome = chromeOf(kit2);
  return chrome.whole.has(text2) || text2.length < 200 && has(chrome.start.get(text2[0] ?? ""), (word) => text2.startsWith(word)) || text2.length < SHORT && has(chrome.end.get(text2.at(-1) ?? ""), (word) => text2.endsWith(word)) || text2.length < 400 && chrome.any.some((word) => text2.includes(word)) || text2.length < SHORT && chrome.short.some((word) => text2.includes(word)) || isMenu(text2);
}
function has(words2, fits2) {
  return words2?.some(fits2) ?? false;
}
function isMenu(text2) {
  if (/[。;]/.test(text2) || /\d{3}/.test(text2)) return false;
  const words2 = text2.split(/[\s|>»/·]+/).filter(Boolean);
  return words2.length >= 4 && words2.every((w) => w.length <= 8) && /首页|政务公开|政务服务|互动交流|新闻中心/.test(text2);
}
function endsPage(line, kit2) {
  if (line.text.length >= 200) return false;
  const text2 = line.text.replace(/^[【[\s]+/, "");
  return has(chromeOf(kit2).foot.get(text2[0] ?? ""), (word) => text2.startsWith(word));
}

// src/segment/metadata.ts
var LONGEST_KEY = 8;
function readMetadata(text2, lines, kit2) {
  const values = [];
  const used2 = /* @__PURE__ */ new Set();
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    const keys = keysIn(text2, line, kit2);
    if (keys.length === 0) continue;
    used2.add(line);
    for (const [k, key] of keys.entries()) {
      const until = keys[k + 1]?.start ?? line.end;
      const value = trimmed(text2, key.end, until);
      let own = stripPipes(text2, value);
      if (own.end === own.start && k === keys.length - 1) {
        const next = lines[i + 1];
        const turn = i > 1 && keysIn(text2, lines[i - 1], kit2).length === 0;
        if (next && keys.length === 1 && key.start === line.start && keysIn(text2, next, kit2).length === 0 && next.text.length < 80 && (!key.colon || isBare(text2, lines[i + 2], kit2) || turn && isBare(text2, lines[i - 2], kit2))) {
          own = { start: next.start, end: next.end };
          used2.add(next);
        }
      }
      values.push({ key: key.key, field: key.field, ...own, text: text2.slice(own.start, own.end) });
    }
  }
  return { values, lines: used2 };
}
function isBare(text2, line, kit2) {
  if (!line || !/[::]\s*$/.test(line.text.slice(-3))) return false;
  const keys = keysIn(text2, line, kit2);
  return keys.length === 1 && keys[0].start === line.start && tight(text2.slice(keys[0].end, line.end)) === "";
}
function keysIn(text2, line, kit2) {
  const keys = [];
  for (let i = line.start; i < line.end; ) {
    if (!mayOpen(text2, i, line.end, kit2)) {
      i++;
      continue;
    }
    let back = i;
    while (back > line.start && /[ [【]/.test(text2[back - 1])) back--;
    const before = i === line.start ? " " : text2[i - 1];
    const cellStart = back === line.start || /[|\t]/.test(text2[back - 1]);
    const key = /[\s|【[(:;>\])】]/.test(before) || keys.length > 0 && /[\d\u4e00-\u9fff]/.test(before) ? keyAt(text2, i, line, kit2) : null;
    if (key && (key.colon || cellStart && wholeCell(text2, key, line))) {
      keys.push(key);
      i = key.end;
    } else i++;
  }
  return keys;
}
var openings = /* @__PURE__ */ new WeakMap();
function mayOpen(text2, at2, end, kit2) {
  let opens2 = openings.get(kit2);
  if (!opens2) {
    opens2 = new Uint8Array(65536);
    for (const key of kit2.metadataKeys.keys()) opens2[key.charCodeAt(0)] = 1;
    openings.set(kit2, opens2);
  }
  while (at2 < end && (text2[at2] === " " || text2[at2] === "	")) at2++;
  return at2 < end && opens2[text2.charCodeAt(at2)] === 1;
}
function keyAt(text2, start, line, kit2) {
  let key = "";
  let best = null;
  for (let i = start; i < line.end && key.length < LONGEST_KEY; i++) {
    const c = text2[i];
    if (c === " " || c === "	") continue;
    if (c === ":" || c === "|" || c === "]" || c === "\u3011") break;
    key += c;
    const field = kit2.metadataKeys.get(key);
    if (!field) continue;
    let end = i + 1;
    while (end < line.end && text2[end] === " ") end++;
    const bracket = (text2[end] === "]" || text2[end] === "\u3011") && /[[【]\s*$/.test(text2.slice(Math.max(line.start, start - 3), start));
    if (bracket) end++;
    while (bracket && end < line.end && text2[end] === " ") end++;
    const colon = text2[end] === ":" || bracket;
    if (!best || colon || !best.colon)
      best = { key, field, start, end: text2[end] === ":" ? end + 1 : bracket ? end : i + 1, colon };
  }
  return best;
}
function wholeCell(text2, key, line) {
  const rest = text2.slice(key.end, line.end);
  return /^\s*(?:[\]】]\s*)?(?:\||$|(?<=\t))/.test(rest);
}
function stripPipes(text2, span) {
  let { start, end } = span;
  while (start < end && /[|\s\]】:]/.test(text2[start])) start++;
  while (end > start && /[|\s[【]/.test(text2[end - 1])) end--;
  return { start, end };
}

// src/parse/outline-mark.ts
var MAY_START = /[一二三四五六七八九十\d(①-⑳⑴-⒇⒈-⒛)、]/;
var COUNTS2 = /^\d{1,2}[.．]\d{1,3}(?:[家条处件篇则]|个(?:栏目|专栏|网站|账号|单位|频道|链接|公众号|平台|乡镇|部门))/;
function outlineMarkAt(text2, at2) {
  if (!MAY_START.test(text2[at2] ?? "")) return null;
  const slice = text2.slice(at2, at2 + 10);
  const torn = /^([)、])\s?(?=[\u4e00-\u9fff])/.exec(slice);
  if (torn) return { family: torn[1] === ")" ? "han-bracket" : "han", number: 0, end: at2 + torn[0].length };
  const tokens2 = tokensOf(slice);
  const parsed = parseAt("outlineMark", slice, tokens2, 0, tokens2.length);
  if (!parsed || Number.isNaN(parsed.value.number) || parsed.value.number > 99) return null;
  const last2 = tokens2[parsed.length - 1];
  const length = last2.startOffset + last2.image.length;
  const next = slice[length] ?? "";
  if (parsed.value.family === "figure" && /\d/.test(next) && !COUNTS2.test(slice)) return null;
  if (/^[一二三四五六七八九十\d]+、[一二三四五六七八九十\d]+[季月日年个家]/.test(slice)) return null;
  if (parsed.value.family === "figure-bracket" && /^\(\d{4}/.test(slice)) return null;
  return { ...parsed.value, end: at2 + length };
}

// src/segment/outline.ts
var LEVELS2 = {
  han: 1,
  "han-bracket": 2,
  figure: 3,
  "figure-bracket": 4,
  circled: 5,
  inline: 6
};
var LONGEST_HEADING = 45;
var PROBLEM = /^(?:存在的?|主要|突出|具体|发现的?)?问题\s?(?:\d{1,2}|[一二三四五六七八九十]{1,2})?\s?:/;
var SENTENCE_END = /[。;!?]/;
function readOutline(text2, lines, annex, kit2, outer = []) {
  const passages = [];
  const roots = [];
  const open = [];
  const path = () => [...outer, ...open.map((o) => o.heading)];
  const push2 = (start, end, headings, led) => {
    if (end <= start) return;
    const role = roleOf(headings);
    const labelled2 = role === "unknown" && PROBLEM.test(text2.slice(start, start + 16));
    passages.push({ start, end, path: headings, led, role: labelled2 ? "problems" : role, annex });
  };
  const enter = (heading, end) => {
    while (open.length && open.at(-1).heading.level >= heading.level) open.pop();
    const section = {
      level: heading.level,
      marker: heading.marker,
      heading: heading.text,
      start: heading.start,
      end,
      sections: []
    };
    (open.at(-1)?.section.sections ?? roots).push(section);
    open.push({ heading, section });
  };
  for (const line of lines) {
    for (const piece of pieces2(text2, line)) {
      const mark = outlineMarkAt(text2, piece.start);
      const plain = mark ? null : unmarkedHeading(text2, piece, kit2);
      if (!mark && !plain) {
        for (const o of open) o.section.end = Math.max(o.section.end, piece.end);
        items(text2, piece, path(), push2, kit2);
        continue;
      }
      const level = mark ? LEVELS2[mark.family] : 1;
      const bodyStart2 = mark ? mark.end : piece.start;
      const head = plain ?? headOf2(text2, bodyStart2, piece.end);
      const heading = {
        start: bodyStart2,
        end: head?.end ?? bodyStart2,
        level,
        marker: mark ? text2.slice(piece.start, mark.end).trim() : "",
        number: mark?.number ?? 0,
        text: head ? tight(text2.slice(head.start, head.end)) : "",
        role: head ? roleOfHeading(text2.slice(head.start, head.end), kit2) : "unknown"
      };
      enter(heading, piece.end);
      for (const o of open) o.section.end = Math.max(o.section.end, piece.end);
      const rest = head ? trimmed(text2, head.end, piece.end) : { start: bodyStart2, end: piece.end };
      const hasMore = /[^。;:!?\s]/.test(text2.slice(rest.start, rest.end));
      if (!head) items(text2, rest, path(), push2, kit2);
      else if (hasMore) items(text2, { start: head.start, end: piece.end }, path(), push2, kit2, head);
      else push2(head.start, piece.end, path(), true);
    }
  }
  return { passages, sections: roots };
}
function pieces2(text2, line) {
  const out = [];
  let start = line.start;
  const collapsed = line.end - line.start > 600;
  const mark = collapsed ? /(?<=[。;:!?”)》]\s?)(?=[一二三四五六七八九十]{1,4}、)|(?=\([一二三四五六七八九十]{1,4}\)[^)]{2,20}[。:])|(?<=[。;:!?]\s?)(?=\d{1,2}[.、][^\d])/g : /(?<=[。!?:][”"]?\s?)(?=[一二三四五六七八九十]、|\([一二三四五六七八九十]\))/g;
  for (const m of matchesIn(line.text, mark)) {
    const at2 = line.start + m.index;
    if (at2 <= start || !outlineMarkAt(text2, at2)) continue;
    out.push(trimmed(text2, start, at2));
    start = at2;
  }
  out.push({ start, end: line.end });
  return out;
}
function headOf2(text2, start, end) {
  const own = trimmed(text2, start, end);
  const slice = text2.slice(own.start, own.end);
  const stop = stopOf(slice);
  const length = stop < 0 ? slice.length : stop;
  if (length > LONGEST_HEADING || length === 0) return null;
  const head = slice.slice(0, length);
  if (/;/.test(head) || stop < 0 && /[,;]$/.test(head)) return null;
  const more = /[^。;:!?\s]/.test(slice.slice(length));
  if (!more && stop >= 0 && slice[stop] === "\u3002" && length > 18) return null;
  return { start: own.start, end: own.start + length };
}
function stopOf(words2) {
  let open = 0;
  for (let i = 0; i < words2.length; i++) {
    const c = words2[i];
    if (c === "(") open++;
    else if (c === ")") open--;
    else if (open <= 0 && (c === "\u3002" || c === ":")) return i;
  }
  return words2.search(/[。:]/) < 0 || open <= 0 ? -1 : words2.search(/[。:]/);
}
function unmarkedHeading(text2, piece, kit2) {
  const slice = text2.slice(piece.start, piece.end);
  if (slice.length > 16 || /[。,;、]/.test(slice)) return null;
  const bare2 = tight(slice).replace(/:$/, "");
  return kit2.tables.headings.some((h) => h.word === bare2) ? piece : null;
}
var INLINE_ITEM = /(?:^|[。;:!?,])\s{0,9}(?:第?[一二三四五六七八九十]{1,4}是|第[一二三四五六七八九十]{1,4}[,、](?=[^年月日季])|其[一二三四五六][,是]|第[一二三四五六七八九十]{1,4}类是)/g;
function items(text2, span, path, push2, kit2, head) {
  const slice = text2.slice(span.start, span.end);
  const cuts = [];
  for (const m of matchesIn(slice, INLINE_ITEM)) {
    const lead = m[0].length - m[0].replace(/^[。;:!?,]?\s*/, "").length;
    cuts.push({ at: span.start + m.index + lead, mark: m[0].length - lead });
  }
  if (cuts.length === 0 || cuts.length === 1 && cuts[0].at > span.start + 2 && !/^.{0,60}$/.test(slice.slice(0, cuts[0].at - span.start))) {
    push2(span.start, span.end, path, head !== void 0);
    return;
  }
  if (cuts[0].at > span.start) push2(span.start, cuts[0].at, path, head !== void 0);
  for (const [i, cut2] of cuts.entries()) {
    const end = trimmed(text2, cut2.at, cuts[i + 1]?.at ?? span.end).end;
    const start = cut2.at + cut2.mark;
    const sentence = text2.slice(start, end);
    const stop = sentence.search(SENTENCE_END);
    const more = stop >= 0 && /[^。;!?\s]/.test(sentence.slice(stop + 1));
    const led = more && stop <= LONGEST_HEADING;
    const heading = {
      start,
      end: start + (stop < 0 ? sentence.length : stop),
      level: LEVELS2.inline,
      marker: text2.slice(cut2.at, start).trim(),
      number: i + 1,
      text: led ? tight(sentence.slice(0, stop)) : "",
      role: "unknown"
    };
    push2(
      start,
      end,
      [
        ...path,
        {
          ...heading,
          role: led ? roleOfHeading(heading.text, kit2) === "requirements" ? "requirements" : "unknown" : "unknown"
        }
      ],
      led
    );
  }
}
function roleOfHeading(words2, kit2) {
  const bare2 = tight(words2);
  let best = null;
  for (const row of kit2.tables.headings)
    if (row.word.length > (best?.word.length ?? 0) && bare2.includes(row.word)) best = row;
  if (!best) return "unknown";
  if (best.word.length <= 2 && (bare2.length > 14 || /[未不没]/.test(bare2))) return "unknown";
  const behind = bare2.slice(bare2.indexOf(best.word) + best.word.length);
  if (best.role !== "problems" && /^[^,;。]{0,4}[不未欠滞没]/.test(behind)) return "problems";
  return best.role;
}
function roleOf(path) {
  if (path.some((h) => h.role === "requirements")) return "requirements";
  const outer = path.find((h) => h.role === "problems");
  const inner = [...path].reverse().find((h) => h.role !== "unknown");
  if (outer && (inner?.role === "overview" || inner === void 0)) return "problems";
  return inner?.role ?? "unknown";
}

// src/segment/signature.ts
var AGENCY2 = /(?:政府|办公厅|办公室|办|局|委|委员会|中心|部|厅|会|院|处|署|公司|指挥部|领导小组|站|行)(?:\((?:代章|章|印章)\))?$/;
function findSignature(text2, lines, from, until, mentions) {
  for (let i = until - 1; i >= from; i--) {
    const line = lines[i];
    const date = dateIn(line, mentions);
    if (!date) continue;
    const before = trimmed(text2, line.start, date.start);
    const own = text2.slice(before.start, before.end);
    if (own && !isAgency(own)) continue;
    const agencies = own ? [{ text: tight(own), ...before }] : [];
    let first = i;
    for (let k = i - 1; k >= Math.max(from, i - 2) && agencies.length < 2; k--) {
      if (!isAgency(lines[k].text)) break;
      agencies.unshift(...splitAgencies(lines[k]));
      first = k;
    }
    if (agencies.length === 0 && i < from + (until - from) / 2) continue;
    return { agencies, date, first, last: i, start: lines[first].start, end: line.end };
  }
  return glued(text2, lines, from, until, mentions);
}
function glued(text2, lines, from, until, mentions) {
  for (let i = until - 1; i >= Math.max(from, until - 3); i--) {
    const line = lines[i];
    const date = mentions.findLast(
      (m) => m.kind === "time" && m.start >= line.start && m.end <= line.end && m.value.from?.day !== void 0 && m.value.from.year !== void 0
    );
    if (!date || !/^[\s(（]{0,20}(?:\([^)]{0,200}\)\s{0,20})?$/.test(text2.slice(date.end, line.end))) continue;
    const agency = /[\u4e00-\u9fff]{4,30}$/.exec(text2.slice(line.start, date.start).trimEnd());
    if (!agency || !isAgency(agency[0])) continue;
    const end = line.start + text2.slice(line.start, date.start).trimEnd().length;
    return {
      agencies: [{ text: agency[0], start: end - agency[0].length, end }],
      date,
      first: i + 1,
      last: i,
      start: end - agency[0].length,
      end: date.end
    };
  }
  return null;
}
function dateIn(line, mentions) {
  if (line.text.length > 80) return null;
  let date;
  for (let i = firstFrom(mentions, line.start); i < mentions.length && mentions[i].start < line.end; i++)
    if (mentions[i].kind === "time" && mentions[i].end <= line.end) {
      date = mentions[i];
      break;
    }
  if (date?.kind !== "time" || date.value.from?.day === void 0 || date.value.to || date.value.bound || date.value.from.year === void 0)
    return null;
  return /^[\s(（]{0,20}(?:\([^)]{0,200}\)\s{0,20})?$/.test(line.text.slice(date.end - line.start)) ? date : null;
}
function isAgency(words2) {
  const bare2 = tight(words2);
  return bare2.length >= 3 && bare2.length <= 60 && AGENCY2.test(bare2) && !/[。,;:!?、]/.test(bare2);
}
function splitAgencies(line) {
  const out = [];
  for (const m of line.text.matchAll(/\S+(?: \S+)*?(?= {2,}|$)/g))
    out.push({
      text: tight(m[0]).replace(/\((?:代章|章|印章)\)$/, ""),
      start: line.start + m.index,
      end: line.start + m.index + m[0].length
    });
  return out;
}

// src/segment/tables/fill-down.ts
var HOLDERS = /* @__PURE__ */ new Set(["unit", "region", "account_name", "site_name", "subject_name", "platform"]);
function fillDown(grid, kit2) {
  const roles = grid.columns.map((c) => columnOf(c.text, kit2)?.role ?? "");
  const holders = roles.flatMap((role, k) => HOLDERS.has(role) ? [k] : []);
  const told2 = roles.flatMap((role, k) => role.startsWith("problem") ? [k] : []);
  if (holders.length === 0 || told2.length === 0 || holders.some((k) => k > told2[0])) return grid;
  let above = null;
  const rows = grid.rows.map((row, r) => {
    const lost = above !== null && grid.groups[r] === grid.groups[r - 1] && holders.every((k) => row[k].text === "") && told2.some((k) => row[k].text !== "") && !row.some((c) => cellSays(c.text, "total", kit2) || cellSays(c.text, "subtotal", kit2));
    const filled = lost ? row.map((c, k) => holders.includes(k) && above[k].text ? { ...above[k], filled: true } : c) : row;
    above = filled;
    return filled;
  });
  return { ...grid, rows };
}

// src/segment/tables/column-major.ts
function columnMajorTable(lines, from, kit2) {
  const counted = countedBlocks(lines, from, kit2);
  if (counted) return gridOf(lines, from, counted.blocks, counted.next);
  const blocks = [];
  let i = from;
  for (; i < lines.length && lines[i].gap <= 2 && lines[i].text.length <= 80; i++) {
    const line = lines[i];
    if (isHeader(line.text, kit2)) blocks.push({ header: line, cells: [] });
    else if (blocks.length === 0) {
      if (!/^1\D/.test(line.text)) return null;
      blocks.push({ header: null, cells: [line] });
    } else blocks.at(-1).cells.push(line);
  }
  const height = blocks[0]?.cells.length ?? 0;
  if (height < 2 || blocks.length < 2) return null;
  const last2 = blocks.at(-1);
  const surplus = last2.cells.length - height;
  if (surplus < 0 || blocks.slice(0, -1).some((b) => b.cells.length !== height)) return null;
  last2.cells.length = height;
  return gridOf(lines, from, blocks, i - surplus);
}
function countedBlocks(lines, from, kit2) {
  const opens2 = (k, serial) => {
    const text2 = lines[k]?.text ?? "";
    const next2 = text2[`${serial}`.length];
    return next2 !== void 0 && text2.startsWith(`${serial}`) && !"0123456789.\u3001)".includes(next2);
  };
  const start = opens2(from, 1) ? from : from + 1;
  let height = 0;
  while (opens2(start + height, height + 1)) height++;
  if (height < 2) return null;
  const blocks = [
    { header: start > from ? lines[from] : null, cells: lines.slice(start, start + height) }
  ];
  let next = start + height;
  while (next + height < lines.length && isHeader(lines[next].text, kit2)) {
    blocks.push({ header: lines[next], cells: lines.slice(next + 1, next + 1 + height) });
    next += height + 1;
  }
  return blocks.length >= 2 ? { blocks, next } : null;
}
function gridOf(lines, from, blocks, next) {
  const height = blocks[0].cells.length;
  const serials = blocks[0].cells.map((c) => /^(\d+)\D/.exec(c.text)?.[1]);
  const glued2 = serials.every((s, k) => Number(s) === k + 1);
  if (blocks[0].header === null && !glued2) return null;
  const columns = blocks.map(
    (b) => b.header ? headerCell(b.header) : { start: lines[from].start, end: lines[from].start, text: "\u5355\u4F4D" }
  );
  const rows = Array.from(
    { length: height },
    (_, r) => blocks.map((b, c) => {
      const line = b.cells[r];
      const skip = c === 0 && glued2 ? serials[r].length : 0;
      return { start: line.start + skip, end: line.end, text: line.text.slice(skip) };
    })
  );
  return {
    grid: {
      title: "",
      columns,
      rows,
      groups: rows.map(() => null),
      layout: "vertical",
      start: lines[from].start,
      end: blocks.at(-1).cells.at(-1).end,
      annex: 0
    },
    next
  };
}
function headerCell(l) {
  const skip = /^序\s*号(?=.)/.exec(l.text)?.[0].length ?? 0;
  return { start: l.start + skip, end: l.end, text: l.text.slice(skip) };
}

// src/segment/tables/grid.ts
var EMPTY = { start: 0, end: 0, text: "" };

// src/segment/tables/key-value.ts
var HOLDERS2 = /* @__PURE__ */ new Set(["unit", "region", "account_name", "site_name", "subject_name"]);
var TELLING = /* @__PURE__ */ new Set(["problem", "problem_kind", "verdict", "figure", "status"]);
var LONGEST_KEY2 = 12;
var LONGEST_LINE = 400;
function keyValueTable(lines, from, kit2, text2) {
  if (pairsOf(text2, lines[from], kit2, NONE5).length === 0) return underGroup(lines, from, kit2, text2);
  const again = metAgain(lines, from);
  const columns = [];
  const rows = [];
  const groups = [];
  let group = null;
  let last2 = null;
  let next = from;
  for (; next < lines.length; next++) {
    const line = lines[next];
    if (next > from && line.gap > 2 || line.text.length > LONGEST_LINE) break;
    const pairs = pairsOf(text2, line, kit2, again);
    if (pairs.length === 0) {
      if (opensGroup(lines, next, last2 !== null, text2, kit2)) {
        group = { start: line.start, end: line.end, text: line.text };
        last2 = null;
        continue;
      }
      if (!last2 || !goesOn2(line, last2.row[last2.column], columnOf(columns[last2.column].text, kit2)?.role))
        break;
      const before = last2.row[last2.column];
      const start = before.text === "" ? line.start : before.start;
      last2.row[last2.column] = { start, end: line.end, text: text2.slice(start, line.end) };
      continue;
    }
    for (const { key, value } of pairs) {
      const name = tight(key.text);
      let column = columns.findIndex((c) => tight(c.text) === name);
      if (column < 0) column = columns.push(key) - 1;
      let row = rows.at(-1);
      if (!row || row[column] !== void 0 || !last2) {
        rows.push(row = []);
        groups.push(group);
      }
      row[column] = value;
      last2 = { row, column };
    }
  }
  const roles = columns.map((c) => columnOf(c.text, kit2)?.role ?? "");
  const tells = roles.some((r) => TELLING.has(r)) || rows.length > 1 && roles.includes("");
  if (!roles.some((r) => HOLDERS2.has(r)) || !tells) return null;
  return {
    grid: {
      title: "",
      columns,
      rows: rows.map((row) => columns.map((_, k) => row[k] ?? EMPTY)),
      groups,
      layout: "vertical",
      start: lines[from].start,
      end: lines[next - 1].end,
      annex: 0
    },
    next
  };
}
function underGroup(lines, from, kit2, text2) {
  if (!opensGroup(lines, from, true, text2, kit2)) return null;
  const found2 = keyValueTable(lines, from + 1, kit2, text2);
  if (!found2?.grid.groups.some((g) => g !== null)) return null;
  const { start, end, text: words2 } = lines[from];
  const groups = found2.grid.groups.map((g) => g ?? { start, end, text: words2 });
  return { ...found2, grid: { ...found2.grid, groups, start } };
}
var NONE5 = /* @__PURE__ */ new Set();
var MOST_LINES = 200;
var KEY = /(?:^|[;,。]\s?)(?:\d{1,3}[.、)]\s?)?([^:;,。\d\s][^:;,。]{1,11}):/g;
function metAgain(lines, from) {
  const met = /* @__PURE__ */ new Set();
  const again = /* @__PURE__ */ new Set();
  for (const line of lines.slice(from, from + MOST_LINES)) {
    if (line.text.length > LONGEST_LINE || line.gap > 2 && met.size > 0) break;
    for (const [, key = ""] of line.text.matchAll(KEY)) {
      if (met.has(key)) again.add(key);
      met.add(key);
    }
  }
  return again;
}
function opensGroup(lines, at2, open, text2, kit2) {
  const line = lines[at2];
  const below = lines[at2 + 1];
  return open && line.text.length <= 30 && !/[。;:]$/.test(line.text) && !NUMBERED2.test(line.text) && below !== void 0 && below.gap <= 2 && pairsOf(text2, below, kit2, NONE5).length > 0;
}
function pairsOf(text2, line, kit2, again) {
  if (!line.text.includes(":")) return [];
  const mark = outlineMarkAt(text2, line.start);
  const start = mark ? mark.end : line.start;
  const keys = [];
  for (let at2 = line.text.indexOf(":"); at2 >= 0; at2 = line.text.indexOf(":", at2 + 1)) {
    const colon = line.start + at2;
    if (colon < start) continue;
    const floor = Math.max(start, colon - LONGEST_KEY2, (keys.at(-1)?.end ?? start - 1) + 1);
    const first = keys.length === 0;
    if (first && colon - start > LONGEST_KEY2) return [];
    let open = colon;
    while (open > floor && (first || !/[;,。、\s]/.test(text2[open - 1]))) open--;
    const key = trimmed(text2, open, colon);
    const words2 = text2.slice(key.start, key.end);
    if (words2 !== "" && (isHeader(words2, kit2) || again.has(words2))) keys.push({ ...key, text: words2 });
    else if (first) return [];
  }
  return keys.map((key, k) => {
    const value = trimmed(text2, text2.indexOf(":", key.end) + 1, keys[k + 1]?.start ?? line.end);
    let { end } = value;
    if (keys.length > 1) while (end > value.start && /[;,。\s]/.test(text2[end - 1])) end--;
    return { key, value: { start: value.start, end, text: text2.slice(value.start, end) } };
  });
}
function goesOn2(line, value, role) {
  return role === "problem" && (value.text === "" || NUMBERED2.test(line.text));
}
var NUMBERED2 = /^(?:\d{1,2}[.、)]|\(\d{1,2}\)|[①-⑳])/;

// src/segment/tables/pipe.ts
function pipeTable(lines, from, kit2, text2) {
  if (!lines[from].text.includes("|")) return null;
  let next = from;
  while (next < lines.length && lines[next].gap <= 2 && (lines[next].text.includes("|") || isGroup(lines, next)))
    next++;
  const split2 = lines.slice(from, next).map((line) => cellsOf2(text2, line));
  const header = split2.findIndex(
    (cells, k) => cells.filter((c) => c.text && isHeader(c.text, kit2)).length >= 2 || split2.length - k >= 3 && isHeaderRow(
      cells.map((c) => c.text),
      kit2
    )
  );
  if (header < 0) return null;
  const columns = trimEmpty(split2[header]);
  if (columns.length < 2) return null;
  const rows = [];
  const groups = [];
  const above = split2.slice(0, header).flat().filter((c) => c.text && !/^附件/.test(c.text));
  let group = above.length > 0 && /^[一二三四五六七八九十]+、|^\([一二三四五六七八九十]+\)/.test(above.at(-1).text) ? above.pop() : null;
  const framed = lines[from + header].text.startsWith("|");
  for (const [k, own] of split2.entries()) {
    if (k <= header) continue;
    const cells = !framed && lines[from + k].text.startsWith("|") ? [EMPTY, ...own] : own;
    const filled = cells.filter((c) => c.text !== "");
    if (filled.length === 0 || filled.every((c) => /^:?-+:?$/.test(c.text))) continue;
    if (filled.length === 1 && cells[0].text !== "" && !/^\d+$/.test(cells[0].text)) {
      group = cells[0];
      continue;
    }
    rows.push(columns.map((_, k2) => cells[k2] ?? EMPTY));
    groups.push(group);
  }
  if (rows.length === 0) return null;
  const title = above.map((c) => c.text).join("");
  return {
    grid: {
      title,
      columns,
      rows,
      groups,
      layout: "pipe",
      start: lines[from + header].start,
      end: lines[next - 1].end,
      annex: 0
    },
    next
  };
}
function isGroup(lines, at2) {
  const { text: text2 } = lines[at2];
  const below = lines[at2 + 1];
  return text2.length <= 30 && !/[。;:]$/.test(text2) && below !== void 0 && below.gap <= 2 && /\|./.test(below.text);
}
function cellsOf2(text2, line) {
  const cells = [];
  let start = line.start;
  for (let i = line.start; i <= line.end; i++) {
    if (i < line.end && text2[i] !== "|") continue;
    const span = trimmed(text2, start, i);
    cells.push({ ...span, text: text2.slice(span.start, span.end) });
    start = i + 1;
  }
  if (line.text.startsWith("|")) cells.shift();
  if (line.text.endsWith("|")) cells.pop();
  return cells;
}
function trimEmpty(cells) {
  let n = cells.length;
  while (n > 0 && cells[n - 1].text === "") n--;
  return cells.slice(0, n);
}

// src/segment/tables/spaced.ts
function spacedTable(lines, from, kit2, text2) {
  if (!/[\t ]/.test(lines[from].text)) return null;
  const single = singlyTabbed(lines, from);
  for (const separator of single ? [ONE_TAB] : [/\t+| {2,}/g, / +/g]) {
    const columns = split(text2, lines[from], separator);
    const known7 = columns.filter((c) => isHeader(c.text, kit2)).length;
    const shaped = separator.source !== " +" && isHeaderRow(
      columns.map((c) => c.text),
      kit2
    ) && [1, 2].every((n) => {
      const width = lines[from + n] ? split(text2, lines[from + n], separator).length : 0;
      return width === columns.length || single && width > 2;
    });
    if (!shaped && (columns.length < 2 || known7 < 2 || known7 < columns.length * (separator.source === " +" ? 1 : 0.6)))
      continue;
    const rows = [];
    const groups = [];
    let group = null;
    let next = from + 1;
    for (; next < lines.length; next++) {
      const line = lines[next];
      if (line.gap > 2 || /^注[::]|^附件/.test(line.text)) break;
      const cells = split(text2, line, separator);
      if (cells.length < 2) {
        const below = lines[next + 1];
        if (!below || line.text.length > 30 || split(text2, below, separator).length < columns.length - 1)
          break;
        group = cells[0];
        continue;
      }
      if (cells.length === columns.length && cells.every((c, k) => c.text === columns[k].text)) continue;
      rows.push(fillRow(cells, columns.length, text2));
      groups.push(group);
    }
    if (rows.length > 0)
      return {
        grid: {
          title: "",
          columns,
          rows,
          groups,
          layout: "tab",
          start: lines[from].start,
          end: lines[next - 1].end,
          annex: 0
        },
        next
      };
  }
  return null;
}
var ONE_TAB = /\t/g;
function singlyTabbed(lines, from) {
  const header = lines[from].text;
  if (!header.includes("	") || /\t\s*\t/.test(header)) return false;
  const width = header.split("	").length;
  for (let k = from + 1; k < lines.length && lines[k].gap <= 2 && lines[k].text.includes("	"); k++)
    if (lines[k].text.split("	").length > width) return false;
  return true;
}
function split(text2, line, separator) {
  const cells = [];
  let start = line.start;
  if (separator === ONE_TAB)
    while (start > line.start - line.indent && /[\t ]/.test(text2[start - 1])) start--;
  const push2 = (end) => {
    const span = trimmed(text2, start, end);
    cells.push({ ...span, text: text2.slice(span.start, span.end) });
  };
  const from = start;
  for (const m of text2.slice(from, line.end).matchAll(separator)) {
    push2(from + m.index);
    start = from + m.index + m[0].length;
  }
  push2(line.end);
  return cells;
}
function fillRow(cells, width, text2) {
  if (cells.length <= width) return Array.from({ length: width }, (_, i) => cells[i] ?? EMPTY);
  const head = cells.slice(0, width - 1);
  const tail = { start: cells[width - 1].start, end: cells.at(-1).end };
  return [...head, { ...tail, text: text2.slice(tail.start, tail.end) }];
}

// src/segment/tables/vertical.ts
function verticalTable(lines, from, kit2) {
  const width = headerRun(lines.slice(from, from + WIDEST + 1).map(withoutPipe), kit2);
  if (width < 2) return null;
  const cells = lines.map(withoutPipe);
  const header = cells.slice(from, from + width);
  const columns = header.map((l) => columnOf(l.text, kit2) ?? { role: "text", measure: "" });
  const first = from + width;
  const widest2 = Math.max(
    1,
    ...cells.slice(from + 1, Math.min(cells.length, first + width)).map((l) => l.gap)
  );
  const blank = cells.slice(from + 1, first).every((l) => l.gap === 0);
  const data = [];
  const groups = [];
  let last2 = first;
  for (; last2 < cells.length; last2++) {
    const line = cells[last2];
    if (endsTable(line, blank && goesOn3(cells, last2, columns) ? width : widest2)) break;
    if (opensGroup2(cells, last2, columns, kit2)) groups.push(line);
    else if (last2 > first && headsText(cells, last2, columns, kit2)) break;
    else data.push(line);
  }
  if (data.length === 0) return null;
  const inRows = (as) => rowsOf(data, align(data, as, kit2, blank), as);
  let rows = inRows(columns);
  const wordy = columns.map(
    (c, k) => c.role === "figure" && !rows.some((r) => LOOKS2.figure.test(r[k].text))
  );
  if (wordy.includes(true))
    rows = inRows(
      columns.map(
        (c, k) => wordy[k] ? columnOfWords(header[k].text, kit2) ?? { role: "text", measure: "" } : c
      )
    );
  if (rows.length === 0) return null;
  const grid = {
    title: "",
    columns: header.map((l) => ({ start: l.start, end: l.end, text: l.text })),
    rows,
    groups: rows.map((row) => {
      const at2 = row.find((c) => c.text !== "" && !c.filled)?.start ?? 0;
      return groups.findLast((g) => g.start < at2) ?? null;
    }),
    layout: "vertical",
    start: header[0].start,
    end: cells[last2 - 1].end,
    annex: 0
  };
  return { grid, next: last2 };
}
var withoutPipe = (l) => l.text.endsWith("|") ? { ...l, end: l.end - 1, text: l.text.slice(0, -1).trim() } : l;
var HEADING = /^(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)).{2,40}$/;
function opensGroup2(lines, at2, columns, kit2) {
  const { text: text2 } = lines[at2];
  if (columns[0]?.role !== "serial" || !LOOKS2.serial.test(lines[at2 + 1]?.text ?? "")) return false;
  if (HEADING.test(text2)) return !HEADING.test(lines[at2 - 1]?.text ?? "");
  if (LOOKS2.serial.test(lines[at2 - 1]?.text ?? "")) return false;
  return kit2.regions.everNamed(text2).length > 0 && !columns.some((c, k) => k > 0 && k === columns.length - 1 && (c.role === "unit" || c.role === "region"));
}
function headsText(lines, at2, columns, kit2) {
  const { text: text2 } = lines[at2];
  if (!HEADING.test(text2) || goesOn3(lines, at2, columns)) return false;
  return columns[0].role === "serial" || kit2.tables.headings.some((h) => h.role !== "problems" && text2.includes(h.word));
}
var WIDEST = 12;
function headerRun(lines, kit2) {
  const limit = Math.min(lines.length, WIDEST);
  let n = 0;
  let known7 = 0;
  while (n < limit) {
    const line = lines[n];
    if (/^(?:1|一|01)$/.test(line.text)) break;
    if (n > 1 && opensGroup2(lines, n, [{ role: tight(lines[0].text) === "\u5E8F\u53F7" ? "serial" : "" }], kit2))
      break;
    const header = isHeader(line.text, kit2);
    if (!header && !(n > 0 && /^.{2,10}$/.test(line.text) && !UNIT_END.test(line.text) && lines[n + 1] && (/^(?:1|一|01)$/.test(lines[n + 1].text) || isHeader(lines[n + 1].text, kit2))))
      break;
    if (header) known7++;
    n++;
  }
  const serialFirst = tight(lines[0].text) === "\u5E8F\u53F7";
  const grouped = serialFirst && n > 1 && lines[n] && opensGroup2(lines, n, [{ role: "serial" }], kit2);
  if (serialFirst && !grouped && !/^(?:1|一|01)$/.test(lines[n]?.text ?? "")) {
    for (let k = n; k < limit && lines[k].text.length <= 14 && !HEADING.test(lines[k].text); k++)
      if (/^(?:1|一|01)$/.test(lines[k + 1]?.text ?? "")) return k + 1;
  }
  return known7 >= 2 ? n : 0;
}
function endsTable(line, widest2) {
  return line.gap > widest2 || /^(?:注|备注|说明|附注)\d?[::]|^附件|^附表|^\(?(?:联系人|联系电话)/.test(line.text) || line.text.length > 400;
}
function goesOn3(lines, at2, columns) {
  if (columns[0].role !== "serial") return false;
  const serial = lines.slice(Math.max(0, at2 - columns.length), at2).findLast((l) => LOOKS2.serial.test(l.text));
  const next = serial && String(Number(serial.text) + 1);
  return next !== void 0 && lines.slice(at2, at2 + columns.length).some((l) => l.text === next);
}
function align(lines, columns, kit2, blank) {
  const width = columns.length;
  const steps = [];
  for (const [i, line] of lines.entries()) {
    const states = [];
    const rows = [];
    for (let c2 = 0; c2 < width; c2++) {
      let best = { cost: Number.POSITIVE_INFINITY, from: -1, serial: 0 };
      let row = false;
      const own = misfits(line, columns[c2], kit2);
      const consider = (cost, from, serial, newRow) => {
        const total = cost + own(serial);
        if (total < best.cost) {
          best = {
            cost: total,
            from,
            serial: columns[c2].role === "serial" ? Number(line.text) || serial : serial
          };
          row = newRow;
        }
      };
      if (i === 0) consider(c2 * SKIP_LEAD, -1, 0, true);
      else
        for (const [p, before] of steps[i - 1].states.entries()) {
          if (c2 === p)
            consider(
              before.cost + (isTold(columns[c2]) ? 0.6 : 2.5) + (line.gap === 0 ? 0 : 0.2),
              p,
              before.serial,
              false
            );
          const told2 = blank && line.gap > 0;
          if (c2 > p)
            consider(
              before.cost + (told2 && c2 - p - 1 === line.gap ? 0 : (c2 - p - 1) * SKIP),
              p,
              before.serial,
              false
            );
          consider(
            before.cost + (told2 && width - 1 - p + c2 === line.gap ? 0 : (width - 1 - p) * SKIP + skippedLead(columns, c2)),
            p,
            before.serial,
            true
          );
        }
      states.push(best);
      rows.push(row);
    }
    steps.push({ states, rows });
  }
  const out = new Array(lines.length);
  const final = steps.at(-1).states;
  let c = 0;
  for (let k = 1; k < width; k++)
    if (final[k].cost + (width - 1 - k) * SKIP < final[c].cost + (width - 1 - c) * SKIP) c = k;
  for (let i = lines.length - 1; i >= 0; i--) {
    out[i] = { column: c, row: steps[i].rows[c] };
    c = steps[i].states[c].from;
  }
  return out;
}
var SKIP = 2;
var SKIP_LEAD = 1.2;
function skippedLead(columns, upTo) {
  let cost = 0;
  for (let k = 0; k < upTo; k++) cost += columns[k].role === "serial" ? 6 : SKIP_LEAD;
  return cost;
}
var isTold = ({ role }) => role === "problem" || role === "problem_kind";
var LOOKS2 = {
  serial: /^\d{1,4}$/,
  url: /^(?:https?:\/\/|\/\/|www\.)|\.(?:cn|com|net|org|gov)\b/i,
  site_code: /^(?:\d{10}|bm\w+)$/,
  figure: /^[-\d.,]+[%个家条件次分天]?$|^[-—/]$/,
  rank: /^(?:第?\d+名?|并列第?\d+名?)$/,
  last_update: /\d{4}[-年./]|\d{1,2}月|^[-—/无]$|未更新|从未/,
  deadline: /\d{1,2}月|^\d{1,2}\.\d{1,2}$|\d{4}[-年./]|立即|工作日|^\d+天|日前/
};
var UNIT_END = /(?:局|委|办|厅|院|中心|政府|镇|乡|街道|办事处|委员会|管委会|公司|大队|支队|队|所|站|处|部|会|社|馆|校|学|县|区|市|旗|州|苏木|园|局\)|办公室)$/;
function misfits(line, column, kit2) {
  const number = LOOKS2.serial.test(line.text);
  const n = number ? Number(line.text) : Number.NaN;
  if (column.role === "serial")
    return (serial) => number ? n === serial + 1 ? -5 : n > serial && n <= serial + 3 ? -1 : 2 : 9;
  const look = misfit(line.text, column, number, kit2);
  if (column.role === "platform" || column.role === "verdict" || LOOKS2[column.role] || !number)
    return () => look;
  return (serial) => n === serial + 1 ? 5 : look;
}
var judging = /* @__PURE__ */ new WeakMap();
function judgesAlone(text2, kit2) {
  let words2 = judging.get(kit2);
  if (!words2) {
    const { qualified, unqualified } = kit2.judging;
    const word = `(?:\u57FA\u672C|\u5747|\u5DF2|\u8BC4\u5B9A\u4E3A|\u7ED3\u679C)?(?:${qualified}|${unqualified})`;
    judging.set(kit2, words2 = new RegExp(`^${word}(?:\\(${word}\\))?$`));
  }
  return words2.test(text2) || ["yes", "no", "poor", "grade"].some((s) => cellSays(text2, s, kit2));
}
function misfit(text2, column, number, kit2) {
  const look = LOOKS2[column.role];
  if (column.role === "platform")
    return text2.length <= 12 && kit2.tables.subjects.some(
      (s) => s.kind === "platform" ? text2.includes(s.word) : (s.subject === "website" || s.subject === "column") && text2.endsWith(s.word)
    ) ? -2.5 : 4;
  if (look) return look.test(text2) ? -2.5 : number ? 3 : 4;
  const judges = judgesAlone(text2, kit2);
  if (column.role === "verdict") return judges ? -2.5 : number ? 3 : 4;
  if (LOOKS2.url.test(text2) || judges) return 4;
  if (column.role === "unit" || column.role === "region")
    return UNIT_END.test(text2) && text2.length <= 24 ? -1.2 : text2.length > 20 || /[。;,]/.test(text2) ? 4 : 1.2;
  if (isTold(column))
    return /[未不无错缺差漏]|超|空白|停|失效|滞后/.test(text2) ? -1.5 : UNIT_END.test(text2) && text2.length <= 14 ? 2.5 : 0.5;
  if (/_name$/.test(column.role))
    return /[。;]/.test(text2) || text2.length > 30 ? 3 : /^[未无不]/.test(text2) ? 1.5 : 0;
  return 0.4;
}
function rowsOf(lines, placed, columns) {
  const rows = [];
  for (const [i, { column, row }] of placed.entries()) {
    if (row || rows.length === 0) rows.push(columns.map(() => EMPTY));
    const cells = rows.at(-1);
    const line = lines[i];
    const before = cells[column];
    const start = before === EMPTY ? line.start : before.start;
    cells[column] = {
      start,
      end: line.end,
      text: before === EMPTY ? line.text : `${before.text}
${line.text}`
    };
  }
  for (const [r, cells] of rows.entries()) {
    const leading = cells.findIndex((c) => c !== EMPTY);
    for (let c = 0; c < leading; c++)
      if (columns[c].role !== "serial" && rows[r - 1]) cells[c] = { ...rows[r - 1][c], filled: true };
  }
  return rows.map((cells) => cells.map((c) => c === EMPTY || c.filled ? c : { ...c, text: c.text }));
}

// src/segment/tables/find-tables.ts
var layouts = [pipeTable, keyValueTable, spacedTable, columnMajorTable, verticalTable];
function findTables(text2, lines, kit2) {
  const grids = [];
  const rest = [];
  for (let i = 0; i < lines.length; ) {
    const found2 = firstOf3(text2, lines, i, kit2);
    if (!found2) {
      rest.push(lines[i]);
      i++;
      continue;
    }
    if (!found2.grid.title) found2.grid.title = titleAbove(rest);
    grids.push(found2.grid);
    i = found2.next;
  }
  return { grids, rest };
}
function firstOf3(text2, lines, from, kit2) {
  const mayOpen2 = opens(lines[from]);
  for (const layout of layouts) {
    if (!mayOpen2 && layout !== keyValueTable) continue;
    const found2 = layout(lines, from, kit2, text2);
    if (found2) return found2;
  }
  return null;
}
function opens(line) {
  return line.text.length < 200 && !/[。;!?]$/.test(line.text);
}
function titleAbove(lines) {
  for (const line of lines.slice(-3).reverse()) {
    const text2 = tight(line.text);
    if (/^附\s*(?:[件表]\s*)?\d*[::]?$/.test(text2) || /^\(.*\)$/.test(text2) || /^(?:注|单位)[::]/.test(text2))
      continue;
    return text2.length <= 60 && !/[。;,]$/.test(text2) ? text2.replace(/^附[件表]\s*[\d一二三四五六七八九十]*[::]?\s*/, "") : "";
  }
  return "";
}

// src/segment/tables/marked.ts
function markedTables(text2, marks, map, kit2) {
  const grids = [];
  let last2 = null;
  for (const mark of marks) {
    const grid = markedTable(text2, mark, map, kit2);
    if (grid) {
      grids.push(grid);
      last2 = { mark, grid };
      continue;
    }
    const follows = last2 && widthOf(last2.mark) === widthOf(mark) && text2.slice(map.fromSource(last2.mark.end), map.fromSource(mark.start)).trim() === "";
    if (!last2 || !follows) continue;
    const whole2 = { ...last2.mark, end: mark.end, rows: [...last2.mark.rows, ...mark.rows] };
    const joined2 = markedTable(text2, whole2, map, kit2);
    if (!joined2) continue;
    grids[grids.length - 1] = joined2;
    last2 = { mark: whole2, grid: joined2 };
  }
  return grids;
}
function widthOf(mark) {
  return widest(mark.rows.map((row) => row.reduce((sum, cell) => sum + cell.colspan, 0)));
}
var widest = (widths) => widths.reduce((most, n) => Math.max(most, n), 0);
function markedTable(text2, mark, map, kit2) {
  const at2 = (offset) => map.fromSource(offset);
  const grid = expand(mark, (start, end) => {
    const span = trimmed(text2, at2(start), at2(end));
    return { ...span, text: text2.slice(span.start, span.end).replace(/(?<![ \t])[ \t]*\n\s*/g, "\n") };
  });
  const width = widest(grid.map((r) => r.length));
  if (width < 2 || grid.length < 2) return null;
  if (isMetadata(grid, kit2)) return null;
  const titleRows = grid.findIndex((row) => distinct2(row) >= 2);
  if (titleRows < 0) return null;
  const header = grid.slice(titleRows).findIndex(
    (row, r) => row.filter((c) => c.text && isHeader(c.text, kit2)).length >= Math.min(2, distinct2(row)) || grid.length - titleRows - r >= 4 && isHeaderRow(
      row.filter((c, k) => c.start !== row[k - 1]?.start).map((c) => c.text),
      kit2
    )
  );
  if (header < 0 || header > 2) return null;
  let headEnd = titleRows + header + 1;
  const first = grid[headEnd - 1];
  const second = grid[headEnd];
  const joined2 = second && isSecondHeader(first, second, kit2);
  if (joined2) headEnd++;
  const columns = first.map((c, k) => {
    const below = joined2 ? second[k] : void 0;
    return below?.text && below.text !== c.text ? { start: c.start, end: c.end, text: c.text ? `${c.text}/${below.text}` : below.text } : c;
  });
  const rows = [];
  const groups = [];
  let group = null;
  for (const row of grid.slice(headEnd)) {
    const cells = columns.map((_, k) => row[k] ?? EMPTY);
    if (cells.every((c) => c.text === "")) continue;
    if (distinct2(cells) === 1 && cells[0].text !== "" && cells[0].text.length <= 60) {
      group = cells[0];
      continue;
    }
    if (cells.every((c, k) => c.text === columns[k].text)) continue;
    rows.push(cells);
    groups.push(group);
  }
  if (rows.length === 0) return null;
  const title = grid.slice(0, titleRows).map((row) => row[0]?.text ?? "").filter(Boolean).join("");
  return {
    title,
    columns,
    rows,
    groups,
    layout: mark.layout,
    start: at2(mark.start),
    end: at2(mark.end),
    annex: 0
  };
}
function isMetadata(grid, kit2) {
  const cells = grid.flat().filter((c) => c.text !== "" && !c.filled);
  const keys = cells.filter((c) => kit2.metadataKeys.has(c.text.replace(/[\s:[\]【】]/g, ""))).length;
  return keys >= 3 && keys >= cells.length * 0.25;
}
function distinct2(row) {
  return new Set(row.filter((c) => c.text !== "").map((c) => `${c.start}`)).size;
}
function isSecondHeader(first, second, kit2) {
  const repeated = first.some((c, k) => k > 0 && c.text !== "" && c.start === first[k - 1].start);
  const fresh = second.filter((c, k) => c.text && c.text !== first[k]?.text);
  return repeated && fresh.length > 0 && fresh.every((c) => c.text.length <= 16 && !/^[\d.%]+$/.test(c.text)) && (fresh.some((c) => isHeader(c.text, kit2)) || second.some((c, k) => c.start === first[k]?.start));
}
function expand(mark, cellOf2) {
  const grid = mark.rows.map(() => []);
  for (const [r, row] of mark.rows.entries()) {
    let c = 0;
    for (const m of row) {
      while (grid[r][c]) c++;
      const cell = cellOf2(m.start, m.end);
      const down = Math.min(m.rowspan, mark.rows.length - r);
      for (let i = 0; i < down; i++)
        for (let k = 0; k < m.colspan; k++) grid[r + i][c + k] ??= i || k ? { ...cell, filled: true } : cell;
      c += m.colspan;
    }
  }
  for (const row of grid) for (let c = 0; c < row.length; c++) row[c] ??= EMPTY;
  return grid;
}

// src/segment/segment.ts
var ADDRESSEE = /^[^。;]{2,200}:$/;
var ADDRESSED = /各|政府|部门|单位|委员会|委、办|办公|局|公司|管委会|街道|处室|中心/;
function segment(source, normalized, mentions, kit2) {
  const { text: text2, map } = normalized;
  const marks = source.marks.map((m) => ({
    ...m,
    start: map.fromSource(m.start),
    end: map.fromSource(m.end),
    source: m
  }));
  const chrome = marks.filter((m) => m.kind === "furniture" || m.kind === "declared");
  const all2 = splitLines(text2);
  const furniture = [];
  const lines = all2.filter((line) => {
    if (!chrome.some((m) => line.start >= m.start && line.end <= m.end)) return true;
    furniture.push({ start: line.start, end: line.end });
    return false;
  });
  const marked = markedTables(
    text2,
    source.marks.filter((m) => m.kind === "table"),
    map,
    kit2
  );
  const free = lines.filter((line) => !marked.some((g) => line.start >= g.start && line.end <= g.end));
  const start = bodyStart(text2, free, kit2);
  const above = free.slice(0, start);
  const metadata2 = readMetadata(text2, above, kit2);
  const headLines = above.filter((l) => !metadata2.lines.has(l));
  const head = [];
  for (const line of headLines) {
    if (isFurniture(line, kit2)) furniture.push({ start: line.start, end: line.end });
    else head.push(line);
  }
  const title = findTitle(head, kit2, declaredTitle2(source, normalized), Object.values(source.declared));
  let at2 = start;
  const addressees = [];
  for (; at2 < free.length && addressees.length < 3 && isAddressee(free[at2]); at2++)
    addressees.push(...splitAddressees(free[at2]));
  const files = marks.flatMap(
    (m) => m.source.kind === "attachment" ? [{ start: m.start, end: m.end, name: m.source.name }] : []
  );
  const firstFile = files[0]?.start ?? Number.POSITIVE_INFINITY;
  const own = free.filter((line) => line.start < firstFile);
  const { announced: announced2, annexes: inText, end } = parts2(text2, own, at2, kit2);
  const annexes = [...inText, ...attachedAnnexes(files, free, announced2, inText)];
  const signature = findSignature(text2, own, at2, inText[0]?.from ?? end, mentions);
  const closing2 = new Set(announced2.flatMap((a) => a.lines));
  const bodyLines = [];
  const bodyEnd = inText[0]?.from ?? end;
  for (let i = at2; i < bodyEnd; i++) {
    const line = free[i];
    if (closing2.has(line) || signature && i >= signature.first && i <= signature.last) continue;
    if (signature && i > signature.last && isFurniture(line, kit2))
      furniture.push({ start: line.start, end: line.end });
    else bodyLines.push(line);
  }
  const grids = [...marked];
  const notes = [];
  const outlines = [];
  const annexOf = (offset) => {
    let n = 0;
    for (const [k, a] of annexes.entries()) if (a.start <= offset) n = k + 1;
    return n;
  };
  outlines.push(takeTables(bodyLines, signature ? void 0 : 0));
  for (const [k, annex] of annexes.entries())
    outlines.push(takeTables(free.slice(annex.first, annex.to), k + 1));
  for (const g of marked)
    g.annex = signature && g.start > signature.end && g.start < firstFile && inText.length === 0 ? 1 : annexOf(g.start);
  for (const g of marked) {
    if (g.title) continue;
    const file2 = files.findLast((f) => f.start <= g.start);
    g.title = titleAbove(all2.filter((l) => l.end <= g.start && l.start >= (file2?.start ?? 0))) || (file2 ? announced2[annexes[g.annex - 1]?.announced ?? -1]?.title ?? "" : "");
  }
  for (let i = end; i < own.length; i++) furniture.push({ start: free[i].start, end: free[i].end });
  grids.sort((a, b) => a.start - b.start);
  for (const [k, g] of grids.entries()) grids[k] = fillDown(g, kit2);
  const passages = outlines.flatMap((o) => o.passages);
  return {
    title,
    metadata: metadata2.values,
    addressees,
    passages,
    sections: outlines.flatMap((o) => o.sections),
    grids,
    attachments: resolveAttachments(announced2, annexes, passages, grids, free, signature),
    signature,
    furniture: furniture.sort((a, b) => a.start - b.start),
    head,
    notes,
    body: { start: free[at2]?.start ?? text2.length, end: free[end - 1]?.end ?? text2.length }
  };
  function takeTables(part, annex) {
    const found2 = findTables(text2, part, kit2);
    for (const g of found2.grids) {
      g.annex = annex ?? (signature && g.start > signature.end ? 1 : 0);
      grids.push(g);
    }
    const prose = found2.rest.filter((line) => {
      if (!/^(?:注|备注|说明)\d?[::]/.test(line.text)) return true;
      notes.push(line);
      return false;
    });
    return readOutline(text2, prose, annex ?? 0, kit2);
  }
}
function bodyStart(text2, lines, kit2) {
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (isAddressee(line) && readMetadata(text2, [line], kit2).values.length === 0) return i;
    if (isProse(line, kit2) && readMetadata(text2, [line], kit2).values.length < 2) return i;
  }
  return lines.length;
}
function isAddressee(line) {
  return ADDRESSEE.test(line.text) && ADDRESSED.test(line.text) && !/如下|现将|通报|附件|^[一二三四五六七八九十\d(]|请|联系|当前位置|问题|情况/.test(line.text);
}
function isProse(line, kit2) {
  if (/^[一二三四五六七八九十]、.{2,20}$/.test(line.text)) return true;
  return line.text.length >= 30 && /[。;,]/.test(line.text) && !line.text.includes("|") && !isFurniture(line, kit2) && (line.text.match(/[。,;]/g)?.length ?? 0) >= 2;
}
function splitAddressees(line) {
  const out = [];
  for (const m of line.text.replace(/:$/, "").matchAll(/(?:\([^)]{0,200}\)|[^,;()])+/g))
    out.push({ text: tight(m[0]), start: line.start + m.index, end: line.start + m.index + m[0].length });
  return out;
}
function attachedAnnexes(files, lines, announced2, inText) {
  const taken = new Set(
    inText.map((a) => announced2.findIndex((x) => x.number === null || x.number === a.number))
  );
  const byName = files.map(({ name }) => {
    const title = titleOfFile(name);
    const k = announced2.findIndex((a, i) => !taken.has(i) && sameTitle(titleOfFile(a.title), title));
    if (k >= 0) taken.add(k);
    return k;
  });
  return files.map(({ start, end, name }, i) => {
    const k = byName[i] >= 0 ? byName[i] : announced2.findIndex((_, j) => !taken.has(j));
    if (k >= 0) taken.add(k);
    const from = lines.findIndex((line) => line.start >= start);
    const first = from < 0 ? lines.length : from;
    const after2 = lines.findIndex((line) => line.start >= end);
    const to = after2 < 0 ? lines.length : after2;
    const headed = first < to && annexStart(lines[first]) !== null;
    return {
      from: first,
      first: headed ? first + 1 : first,
      to,
      start,
      number: announced2[k]?.number ?? inText.length + i + 1,
      ...k >= 0 && { announced: k },
      file: name
    };
  });
}
function titleOfFile(name) {
  return name.replace(/\.[A-Za-z0-9]{2,4}$/, "").replace(/^附[件表]\s*[\d一二三四五六七八九十]{0,3}\s*[-_.:：、]?\s*/, "");
}
function parts2(text2, lines, from, kit2) {
  const announced2 = [];
  const annexes = [];
  for (let i = from; i < lines.length; i++) {
    const line = lines[i];
    if (!line.text.startsWith("\u9644")) continue;
    const list = annexes.length === 0 ? readAnnouncement(text2, lines, i) : [];
    const again = list.length > 0 && announced2.some((a) => list.some((b) => sameTitle(a.title, b.title)));
    if (list.length > 0 && !again) {
      announced2.push(...list);
      i = Math.max(i, lines.indexOf(list.at(-1).lines[0]));
      continue;
    }
    const number = annexStart(line);
    if (number !== null && i > from) annexes.push({ from: i, number: number || annexes.length + 1 });
  }
  const after2 = Math.max(
    annexes.at(-1)?.from ?? 0,
    announced2.length ? lines.indexOf(announced2.at(-1).lines[0]) : 0,
    from
  );
  let end = lines.length;
  for (let i = after2 + 1; i < lines.length; i++)
    if (endsPage(lines[i], kit2)) {
      end = i;
      break;
    }
  return {
    announced: announced2,
    annexes: annexes.map((a, k) => ({
      ...a,
      first: a.from + 1,
      to: annexes[k + 1]?.from ?? end,
      start: lines[a.from].start
    })),
    end
  };
}
function sameTitle(a, b) {
  const bare2 = (s) => s.replace(/[\s《》“”()::]/g, "");
  return bare2(a) === bare2(b);
}
function resolveAttachments(announced2, annexes, passages, grids, lines, signature) {
  const content = (n) => grids.some((g) => g.annex === n) || passages.some((p) => p.annex === n && p.end - p.start > 30);
  if (announced2.length === 0)
    return annexes.flatMap((a, k) => {
      if (a.file !== void 0)
        return [
          { number: null, title: titleOfFile(a.file), found: content(k + 1), start: a.start, end: a.start }
        ];
      const title = lines[a.from + 1];
      return content(k + 1) && title && title.text.length <= 60 ? [
        {
          number: annexes.length > 1 ? a.number : null,
          title: tight(title.text),
          found: true,
          start: title.start,
          end: title.end
        }
      ] : [];
    });
  return announced2.map(({ lines: _, ...a }, k) => {
    let annex = annexes.findIndex((x) => x.announced === k) + 1 || annexes.findIndex((x) => !x.file && (a.number === null ? true : x.number === a.number)) + 1;
    if (annex === 0 && annexes.length === announced2.length) annex = k + 1;
    const found2 = annex > 0 ? content(annex) : annexes.length === 0 && signature !== null && grids.some((g) => g.start > signature.end);
    return { ...a, found: found2 };
  });
}
function declaredTitle2(source, { text: text2, map }) {
  const mark = source.marks.find((m) => m.kind === "declared" && m.name === "ArticleTitle");
  if (mark?.kind !== "declared") return null;
  const start = map.fromSource(mark.start + mark.name.length + 2);
  const end = map.fromSource(mark.end);
  return { start, end, text: text2.slice(start, end), gap: 0, indent: 0 };
}

// src/pipeline.ts
function traceAll(sources, kit2) {
  const texts = sources.map((source) => normalize(source.text, kit2));
  const mentions = texts.map(({ text: text2 }) => findMentions(text2));
  const outlines = sources.map((source, k) => segment(source, texts[k], mentions[k], kit2));
  const hits = texts.map(({ text: text2 }) => new Hits(text2, kit2));
  const headers = sources.map(
    (source, k) => readHeader({
      source,
      normalized: texts[k],
      mentions: mentions[k],
      outline: outlines[k],
      hits: hits[k],
      kit: kit2
    })
  );
  const readings = sources.map((source, k) => {
    const { text: text2 } = texts[k];
    const outline = outlines[k];
    const header = headers[k];
    return {
      source,
      normalized: texts[k],
      text: text2,
      mentions: mentions[k],
      outline,
      hits: hits[k],
      place: header.place,
      anchor: header.anchor,
      issuer: header.issuer?.value ?? null,
      own: ownHolder(text2, hits[k], outline, header, kit2),
      topic: topicOf(hits[k], header),
      period: header.period?.value ?? null,
      kit: kit2
    };
  });
  const notices = assembleAll(readings, headers);
  return readings.map((reading, k) => ({
    normalized: reading.normalized,
    mentions: mentions[k],
    outline: reading.outline,
    header: headers[k],
    reading,
    notice: notices[k]
  }));
}
var trace = (source, kit2) => traceAll([source], kit2)[0];

// src/read/open.ts
import { createHash as createHash3 } from "node:crypto";

// src/read/declared.ts
var NAMES3 = [
  "SiteName",
  "SiteDomain",
  "SiteIDCode",
  "ColumnName",
  "ArticleTitle",
  "PubDate",
  "publishdate",
  "ContentSource"
];
var NAMED4 = new Map(NAMES3.map((name) => [name.toLowerCase(), name]));
var LONGEST3 = 300;
function declaredName(written) {
  return NAMED4.get(written.trim().toLowerCase()) ?? written;
}
function withDeclared(reading, told2) {
  const declared = { ...told2, ...reading.declared };
  if (reading.text.trim() === "") return { ...reading, declared };
  const own = reading.text.length;
  const marks = [];
  const origins = [];
  let text2 = reading.text;
  for (const name of NAMES3) {
    const value = declared[name]?.replace(/\s+/g, " ").trim() ?? "";
    if (value === "" || value.length > LONGEST3) continue;
    if (!text2.endsWith("\n")) text2 += "\n";
    const start = text2.length;
    text2 += `${name}: `;
    marks.push({ kind: "declared", start, end: start + name.length + 2 + value.length, name });
    if (reading.declared[name] !== void 0) origins.push({ start, name });
    text2 += `${value}
`;
  }
  if (marks.length === 0) return { ...reading, declared };
  const originOf = (offset) => {
    if (offset < own) return reading.originOf?.(offset) ?? null;
    const found2 = origins.findLast((o) => o.start <= offset);
    return found2 ? { element: `meta[name="${found2.name}" i]` } : null;
  };
  return { ...reading, text: text2, declared, marks: [...reading.marks, ...marks], originOf };
}

// src/read/limits.ts
var READ_LIMITS = {
  maxText: 1e6,
  maxCells: 25e4,
  maxPages: 2e3,
  maxNodes: 3e5,
  maxNesting: 512,
  maxUnpacked: 256 * 2 ** 20
};
var CODES = {
  maxText: "limit_text",
  maxCells: "limit_cells",
  maxPages: "limit_pages",
  maxNodes: "limit_nodes",
  maxNesting: "limit_nesting",
  maxUnpacked: "limit_unpacked"
};
var LimitError = class extends Error {
  code;
  constructor(limits, name, what) {
    const option = `--${name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}`;
    super(`${what}: more than ${limits[name]} (${option})`);
    this.code = CODES[name];
  }
};

// src/read/reader.ts
function unread(code, message) {
  return { text: "", marks: [], declared: {}, problems: [{ code, message }] };
}

// src/read/sheet.ts
var UNNAMED = /^(?:sheet|工作表|表)\s*\d*$/i;
function readSheets(sheets, layout, limits) {
  const page = new SheetPage(layout);
  let size = 0;
  for (const sheet of sheets) {
    const rows = gridOf2(sheet, (area) => {
      size += area;
      if (size > limits.maxCells) throw new LimitError(limits, "maxCells", `sheet \xAB${sheet.name}\xBB: cells`);
    });
    const first = rows.findIndex((row) => !row.isLine);
    if (sheets.length > 1 && first === 0 && !UNNAMED.test(sheet.name)) page.heading(sheet.name);
    for (const block of blocksOf(rows)) page.block(block, sheet.name);
  }
  return page.reading();
}
function gridOf2(sheet, tell) {
  const rowNumbers = used(sheet.cells.map((c) => c.row));
  const columnNumbers = used(sheet.cells.map((c) => c.column));
  const width = columnNumbers.length;
  tell(rowNumbers.length * width);
  const rowAt = new Map(rowNumbers.map((n, i) => [n, i]));
  const columnAt = new Map(columnNumbers.map((n, i) => [n, i]));
  const taken = new Uint8Array(rowNumbers.length * width);
  const grid = rowNumbers.map(() => []);
  const covered = new Uint8Array(rowNumbers.length);
  for (const cell of sheet.cells) {
    const r = rowAt.get(cell.row);
    const c = columnAt.get(cell.column);
    if (taken[r * width + c]) continue;
    let down = 1;
    while (r + down < rowNumbers.length && rowNumbers[r + down] < cell.row + cell.rowspan) down++;
    let across = 1;
    while (c + across < width && columnNumbers[c + across] < cell.column + cell.colspan) across++;
    for (let i = 0; i < down; i++) {
      if (down > 1) covered[r + i] = 1;
      for (let k = 0; k < across; k++) taken[(r + i) * width + c + k] = 1;
    }
    grid[r][c] = {
      text: cell.text,
      ref: `${columnName(cell.column)}${cell.row + 1}`,
      rowspan: down,
      colspan: across
    };
  }
  return grid.map((row, r) => {
    const cells = [];
    for (let c = 0; c < width; c++) {
      const cell = row[c];
      if (cell) cells.push(cell);
      else if (!taken[r * width + c]) cells.push({ text: "", ref: "", rowspan: 1, colspan: 1 });
    }
    return {
      cells,
      isLine: covered[r] === 0 && cells.filter((c) => c.text !== "").length === 1,
      gap: r > 0 && rowNumbers[r] > rowNumbers[r - 1] + 1
    };
  });
}
function used(numbers2) {
  return [...new Set(numbers2)].sort((a, b) => a - b);
}
function blocksOf(rows) {
  const header = rows.find((row) => !row.isLine)?.cells[0]?.text;
  const blocks = [[]];
  for (const [i, row] of rows.entries()) {
    if (row.gap && row.isLine && header !== void 0) {
      const next = rows.slice(i, i + 4).find((r) => !r.isLine);
      if (next?.cells[0]?.text === header) blocks.push([]);
    }
    blocks.at(-1).push(row);
  }
  return blocks;
}
function columnName(column) {
  let name = "";
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26))
    name = String.fromCharCode(65 + (n - 1) % 26) + name;
  return name;
}
var SheetPage = class {
  constructor(layout) {
    this.layout = layout;
  }
  layout;
  #out = [];
  #marks = [];
  #places = [];
  #length = 0;
  heading(name) {
    const start = this.#length;
    this.#put(`${name}
`, { sheet: name });
    this.#marks.push({ kind: "heading", start, end: this.#length - 1 });
  }
  block(rows, sheet) {
    const first = rows.findIndex((row) => !row.isLine);
    const last2 = rows.findLastIndex((row) => !row.isLine);
    const of = (ref) => sheet ? { sheet, cell: ref } : { cell: ref };
    const line = (row) => {
      const cell = row.cells.find((c) => c.text !== "");
      this.#put(`${cell.text}
`, of(cell.ref));
    };
    for (const row of first < 0 ? rows : rows.slice(0, first)) line(row);
    if (first < 0) return;
    const start = this.#length;
    const marks = [];
    for (const row of rows.slice(first, last2 + 1)) {
      marks.push(
        row.cells.map((cell, i) => {
          if (i > 0) this.#put("	", null);
          const from = this.#length;
          this.#put(cell.text.replaceAll("	", " "), of(cell.ref));
          const { rowspan, colspan } = cell;
          return { start: from, end: this.#length, rowspan, colspan, header: false };
        })
      );
      this.#put("\n", null);
    }
    this.#marks.push({ kind: "table", start, end: this.#length, rows: marks, layout: this.layout });
    for (const row of rows.slice(last2 + 1)) line(row);
  }
  reading() {
    const places3 = this.#places;
    return {
      text: this.#out.join(""),
      marks: this.#marks,
      declared: {},
      originOf: (offset) => lastBefore(places3, offset)?.origin ?? null
    };
  }
  #put(text2, origin) {
    if (origin && text2 !== "") this.#places.push({ start: this.#length, origin });
    this.#out.push(text2);
    this.#length += text2.length;
  }
};
function lastBefore(places3, offset) {
  let low = 0;
  let high = places3.length;
  while (low < high) {
    const middle = low + high >> 1;
    if (places3[middle].start <= offset) low = middle + 1;
    else high = middle;
  }
  return places3[low - 1] ?? null;
}

// src/read/delimited.ts
var delimited = {
  takes: "bytes",
  mediaType: "text/csv",
  extensions: ["csv", "tsv"],
  sniff: () => false,
  async read(bytes2, limits) {
    const { parse: parse3 } = await import("csv-parse/sync");
    const decoded = decode(bytes2);
    const { text: text2, charset } = decoded;
    const cells = [];
    let rows;
    try {
      rows = parse3(text2, { delimiter: delimiterOf(text2), ...AS_WRITTEN });
    } catch (error) {
      return unread("damaged", error.message);
    }
    for (const [row, fields] of rows.entries())
      for (const [column, field] of fields.entries()) {
        const said = field.trim();
        if (said === "") continue;
        cells.push({ text: said.replace(/\r\n?/g, "\n"), row, column, rowspan: 1, colspan: 1 });
        if (cells.length > limits.maxCells) throw new LimitError(limits, "maxCells", "cells");
      }
    return {
      ...readSheets([{ name: "", cells }], "tab", limits),
      charset,
      problems: undecodable(decoded)
    };
  }
};
var AS_WRITTEN = { relax_column_count: true, relax_quotes: true, bom: true };
var DELIMITERS = [",", "	", ";", "\uFF0C"];
function delimiterOf(text2) {
  const head = text2.slice(0, 4096);
  const count = (c) => head.split(c).length;
  return DELIMITERS.reduce((best, c) => count(c) > count(best) ? c : best);
}

// src/read/dom.ts
import { defaultTreeAdapter, parse as parse2 } from "parse5";
function parseWithin(source, limits) {
  let nodes = 0;
  let open = 0;
  return parse2(source, {
    treeAdapter: {
      ...defaultTreeAdapter,
      onItemPush() {
        if (++nodes > limits.maxNodes) throw new LimitError(limits, "maxNodes", "elements of the page");
        if (++open > limits.maxNesting)
          throw new LimitError(limits, "maxNesting", "elements of the page within each other");
      },
      onItemPop() {
        open--;
      }
    }
  });
}
function attribute(node2, name) {
  return node2.attrs.find((a) => a.name === name)?.value;
}
var STEPS = 6;
function selectorOf(node2) {
  const steps = [];
  let element = "tagName" in node2 ? node2 : node2.parentNode;
  for (; element && "tagName" in element && steps.length < STEPS; element = element.parentNode) {
    const id = attribute(element, "id");
    if (id && /^[A-Za-z][\w-]*$/.test(id)) {
      steps.unshift(`#${id}`);
      break;
    }
    steps.unshift(stepTo(element));
  }
  return steps.join(" > ");
}
var known6 = /* @__PURE__ */ new WeakMap();
function stepTo(element) {
  let step = known6.get(element);
  if (step !== void 0) return step;
  let at2 = 0;
  let all2 = 0;
  for (const other of element.parentNode?.childNodes ?? []) {
    if (other.nodeName !== element.nodeName) continue;
    all2++;
    if (other === element) at2 = all2;
  }
  step = all2 > 1 ? `${element.tagName}:nth-of-type(${at2})` : element.tagName;
  known6.set(element, step);
  return step;
}

// src/read/html.ts
var SILENT2 = /* @__PURE__ */ new Set([
  "script",
  "style",
  "noscript",
  "template",
  "svg",
  "iframe",
  "object",
  "select",
  "textarea",
  "button",
  "head",
  "title",
  "form-hidden"
]);
var BLOCK = /* @__PURE__ */ new Set([
  "address",
  "article",
  "aside",
  "blockquote",
  "body",
  "caption",
  "center",
  "dd",
  "details",
  "dir",
  "div",
  "dl",
  "dt",
  "fieldset",
  "figure",
  "footer",
  "form",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "header",
  "hr",
  "html",
  "li",
  "main",
  "menu",
  "nav",
  "ol",
  "p",
  "pre",
  "section",
  "summary",
  "table",
  "tbody",
  "td",
  "tfoot",
  "th",
  "thead",
  "tr",
  "ul"
]);
var CHROME_TAG = /* @__PURE__ */ new Set(["nav", "footer", "aside"]);
var CHROME_NAME = /(?:^|[-_\s])(?:nav\w*|menu\w*|crumbs?|breadcrumbs?|foot\w*|copyright|\w*share\w*|sidebar\w*|aside|relat\w*|xg(?:xx|jd|wd|yd|xw|lj|zc|wj|fj)|recommend\w*|tuijian|toolbar|pagefn|qrcode|friend\w*)(?:$|[-_\s])|(?:^|\s)(?:location|position|pos|weizhi|dqwz|local|lj|bottom|side\w*|hot|rank|tools?|print\w*|font-?size|nextpage|prev\w*|next\w*|pager?|qr|ewm|logo|search\w*|login|top|top-?\w{0,6}|header|hd|hd-\w+|banner|links?|editor|bianji|zrbj|left|click|hits|wrap-head|slb-top|fanhui)(?:$|\s)/i;
var HEADINGS = /* @__PURE__ */ new Set(["h1", "h2", "h3"]);
var LONGEST_CHROME = 900;
var LONGEST_NAME2 = 200;
var MAX_COLSPAN = 1e3;
var html = {
  takes: "text",
  mediaType: "text/html",
  extensions: ["html", "htm", "shtml", "xhtml", "mhtml-part", "jsp", "aspx", "php"],
  sniff: (head) => /<(?:!doctype html|html|head|body|table|div|p|meta)\b/i.test(head),
  read: (decoded, limits) => new PageReader(limits).read(decoded)
};
var PageReader = class {
  #out = [];
  #marks = [];
  #declared = /* @__PURE__ */ Object.create(null);
  #places = [];
  #length = 0;
  /** Cells of all tables, merged ones as often as they are filled in. */
  #cells = 0;
  #limits;
  constructor(limits) {
    this.#limits = limits;
  }
  /** Does the text end in a line break (or not yet exist)? */
  #fresh = true;
  #blank = false;
  read(source) {
    const document = parseWithin(source, this.#limits);
    this.#walk(document.childNodes);
    this.#marks.sort((a, b) => a.start - b.start || b.end - a.end);
    return {
      text: this.#out.join(""),
      marks: this.#marks,
      declared: { ...this.#declared },
      problems: [],
      originOf: (offset) => {
        const place = lastBefore(this.#places, offset);
        return place && { element: selectorOf(place.node) };
      }
    };
  }
  /** Depth first without recursion: pages nest deeper than the stack. */
  #walk(nodes) {
    const stack = [...nodes].reverse().map((node2) => ({ node: node2 }));
    for (let step = stack.pop(); step; step = stack.pop()) {
      if ("leave" in step) {
        step.leave();
        continue;
      }
      const { node: node2 } = step;
      if (node2.nodeName === "#text") {
        this.#places.push({ start: this.#length, node: node2 });
        this.#text(node2.value);
        continue;
      }
      if (!("tagName" in node2)) continue;
      const tag = node2.tagName;
      if (tag === "meta") this.#meta(node2);
      if (tag === "head") {
        for (const child of [...node2.childNodes].reverse())
          if ("tagName" in child && child.tagName === "meta") stack.push({ node: child });
        continue;
      }
      if (SILENT2.has(tag) || isHidden(node2)) continue;
      if (tag === "br" || tag === "hr") {
        this.#break();
        continue;
      }
      if (tag === "table" && isDataTable(node2)) {
        this.#table(node2);
        continue;
      }
      const block = BLOCK.has(tag);
      if (block) this.#break();
      const start = this.#length;
      const chrome = block && isChrome(node2);
      stack.push({
        leave: () => {
          if (block) this.#break();
          if (chrome && this.#length > start)
            this.#marks.push({ kind: "furniture", start, end: this.#length });
          if (HEADINGS.has(tag) && this.#length > start)
            this.#marks.push({ kind: "heading", start, end: this.#length });
        }
      });
      for (let i = node2.childNodes.length - 1; i >= 0; i--) stack.push({ node: node2.childNodes[i] });
    }
  }
  /** Rows on lines, cells parted by tabs; breaks inside a cell are kept. */
  #table(table3) {
    this.#break();
    const start = this.#length;
    const rows = [];
    for (const tr of rowsOf2(table3)) {
      const cells = [];
      for (const cell of tr.childNodes) {
        if (!("tagName" in cell) || cell.tagName !== "td" && cell.tagName !== "th") continue;
        if (cells.length > 0) this.#raw("	");
        this.#fresh = true;
        const from = this.#length;
        this.#walk(cell.childNodes);
        const end = this.#trimEnd(from);
        cells.push({
          start: from,
          end,
          rowspan: spanOf(cell, "rowspan", 65534),
          colspan: spanOf(cell, "colspan", MAX_COLSPAN),
          header: cell.tagName === "th"
        });
        this.#fresh = false;
      }
      if (cells.length > 0) {
        rows.push(cells);
        this.#fresh = false;
        this.#break();
      }
    }
    for (const [r, row] of rows.entries())
      for (const cell of row) this.#cells += cell.colspan * Math.min(cell.rowspan, rows.length - r);
    if (this.#cells > this.#limits.maxCells)
      throw new LimitError(this.#limits, "maxCells", "cells of tables, merged ones filled in");
    this.#marks.push({ kind: "table", start, end: this.#length, rows, layout: "html" });
  }
  #text(value) {
    const joined2 = value.includes("\n") ? value.replace(
      /(?<=[\u3000-\u9fff\uff00-\uffef])[\t ]*\r?\n[\t\r\n ]*(?=[\u3000-\u9fff\uff00-\uffef])/g,
      ""
    ) : value;
    const collapsed = joined2.replace(/[\t\n\f\r ]+/g, " ");
    if (collapsed === " " || collapsed === "") {
      if (collapsed && !this.#fresh) this.#blank = true;
      return;
    }
    const lead = collapsed.startsWith(" ") || this.#blank;
    this.#blank = false;
    const body = collapsed.trimStart() === "" ? collapsed : collapsed.replace(/^ /, "");
    this.#raw((lead && !this.#fresh ? " " : "") + body.replace(/ $/, ""));
    this.#blank = collapsed.endsWith(" ");
    this.#fresh = false;
  }
  #break() {
    this.#blank = false;
    if (this.#fresh) return;
    this.#raw("\n");
    this.#fresh = true;
  }
  #raw(text2) {
    this.#out.push(text2);
    this.#length += text2.length;
  }
  /** Takes back the break that a block in a cell left at its end. */
  #trimEnd(from) {
    this.#blank = false;
    while (this.#length > from && this.#out.at(-1) === "\n") {
      this.#out.pop();
      this.#length--;
    }
    return this.#length;
  }
  #meta(node2) {
    const name = attribute(node2, "name");
    const content = attribute(node2, "content");
    const key = name && declaredName(name);
    if (key && content && !(key in this.#declared)) this.#declared[key] = content.trim();
  }
};
function isHidden(node2) {
  const style = attribute(node2, "style");
  return node2.attrs.some((a) => a.name === "hidden") || node2.tagName === "input" && attribute(node2, "type") === "hidden" || style !== void 0 && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style);
}
function isChrome(node2) {
  const name = ["class", "id"].map((key) => attribute(node2, key)?.slice(0, LONGEST_NAME2) ?? "").join(" ");
  const named = CHROME_TAG.has(node2.tagName) || CHROME_NAME.test(name);
  const list = node2.tagName === "ul" || node2.tagName === "ol" || node2.tagName === "dl" || node2.tagName === "div";
  if (!named && !list) return false;
  const { text: text2, linked, links, stops } = measure(node2);
  if (text2 === 0 || text2 > LONGEST_CHROME || stops >= 2) return false;
  return named || links >= 3 && linked / text2 > 0.6;
}
var BLANK = Uint8Array.from({ length: 65536 }, (_, c) => /\s/.test(String.fromCharCode(c)) ? 1 : 0);
var FULL_STOP = "\u3002".charCodeAt(0);
var SEMICOLON = "\uFF1B".charCodeAt(0);
function measure(node2) {
  let text2 = 0;
  let linked = 0;
  let links = 0;
  let stops = 0;
  const stack = node2.childNodes.map((n) => ({ node: n, inLink: false }));
  for (let step = stack.pop(); step; step = stack.pop()) {
    const n = step.node;
    if (n.nodeName === "#text") {
      const { value } = n;
      let said = 0;
      for (let i = 0; i < value.length; i++) {
        const c = value.charCodeAt(i);
        if (BLANK[c] === 1) continue;
        said++;
        if (c === FULL_STOP || c === SEMICOLON) stops++;
      }
      text2 += said;
      if (step.inLink) linked += said;
    } else if ("tagName" in n && !SILENT2.has(n.tagName)) {
      if (n.tagName === "a") links++;
      for (const child of n.childNodes) stack.push({ node: child, inLink: step.inLink || n.tagName === "a" });
    }
    if (text2 > LONGEST_CHROME) break;
  }
  return { text: text2, linked, links, stops };
}
function rowsOf2(table3) {
  const rows = [];
  for (const child of table3.childNodes) {
    if (!("tagName" in child)) continue;
    if (child.tagName === "tr") rows.push(child);
    else if (child.tagName === "tbody" || child.tagName === "thead" || child.tagName === "tfoot") {
      for (const row of child.childNodes) if ("tagName" in row && row.tagName === "tr") rows.push(row);
    }
  }
  return rows;
}
var LONGEST_CELL = 600;
function isDataTable(table3) {
  const rows = rowsOf2(table3);
  if (rows.length < 1) return false;
  let widest2 = 0;
  for (const row of rows) {
    let width = 0;
    for (const cell of row.childNodes) {
      if (!("tagName" in cell) || cell.tagName !== "td" && cell.tagName !== "th") continue;
      width++;
      if (holdsTable(cell)) return false;
      const { text: text2, stops } = measure(cell);
      if (text2 > LONGEST_CELL && stops > 5) return false;
    }
    widest2 = Math.max(widest2, width);
  }
  return widest2 >= 2;
}
function holdsTable(node2) {
  const stack = [...node2.childNodes];
  for (let n = stack.pop(); n; n = stack.pop()) {
    if (!("tagName" in n)) continue;
    if (n.tagName === "table") return true;
    for (const child of n.childNodes) stack.push(child);
  }
  return false;
}
function spanOf(cell, name, most) {
  const n = Number.parseInt(attribute(cell, name) ?? "1", 10);
  return Number.isFinite(n) && n > 1 ? Math.min(n, most) : 1;
}

// src/read/zip.ts
var MOST_ENTRIES = 1e4;
var MOST_RATIO = 200;
var RATIO_COUNTS_FROM = 2 ** 20;
function isZipWith(bytes2, part) {
  return bytes2.readUInt32BE(0) === 1347093252 && bytes2.includes(part, 0, "latin1");
}
var declaresDtd = (chunk) => chunk.toString("latin1", 0, 4096).includes("<!DOCTYPE");
async function zipProblem(bytes2, limits, tell) {
  const { default: yauzl } = await import("yauzl");
  const zip = await yauzl.fromBufferPromise(bytes2, { validateEntrySizes: true });
  const bomb = (message) => ({ code: "zip_bomb", message });
  if (zip.entryCount > MOST_ENTRIES) return bomb(`${zip.entryCount} parts, the most is ${MOST_ENTRIES}`);
  let packed = 0;
  let unpacked = 0;
  const entries2 = [];
  for await (const entry of zip.eachEntry()) {
    const { fileName, compressedSize, uncompressedSize } = entry;
    if (entry.isEncrypted()) return { code: "encrypted", message: `${fileName} is encrypted` };
    packed += compressedSize;
    unpacked += uncompressedSize;
    if (packed > bytes2.length) return bomb(`${fileName}: the parts overlap`);
    if (unpacked > limits.maxUnpacked)
      throw new LimitError(limits, "maxUnpacked", `${fileName}: bytes unpacked`);
    if (uncompressedSize > RATIO_COUNTS_FROM && uncompressedSize > compressedSize * MOST_RATIO)
      return bomb(`${fileName}: ${uncompressedSize} bytes from ${compressedSize}`);
    entries2.push(entry);
  }
  for (const entry of entries2) {
    let opening2 = true;
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      if (opening2 && declaresDtd(chunk))
        return {
          code: "xml_dtd",
          message: `${entry.fileName} declares a document type, which no office program writes`
        };
      opening2 = false;
      tell?.(entry.fileName, chunk);
    }
  }
  return null;
}

// src/read/docx.ts
var docx = {
  takes: "bytes",
  mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  extensions: ["docx"],
  sniff: (bytes2) => isZipWith(bytes2, "word/document"),
  async read(bytes2, limits) {
    const problem2 = await zipProblem(bytes2, limits, elementsWithin(limits));
    if (problem2) return unread(problem2.code, problem2.message);
    const { default: mammoth } = await import("mammoth");
    const page = await mammoth.convertToHtml(
      { buffer: bytes2 },
      {
        styleMap: ["p[style-name='Title'] => h1:fresh"],
        convertImage: mammoth.images.imgElement(async () => ({ src: "" }))
      }
    );
    const reading = html.read(page.value, limits);
    return {
      ...reading,
      marks: reading.marks.map((m) => m.kind === "table" ? { ...m, layout: "docx" } : m),
      problems: page.messages.filter((m) => m.type === "error").map((m) => ({ code: "part_unread", message: m.message }))
    };
  }
};
var MOST_NAMES = 2e3;
var MOST_OUTSIDE = 100;
var HOLDS_TEXT = /* @__PURE__ */ new Set(["w:p", "w:r", "w:t", "w:tc", "w:tr"]);
var WEIGHT = 4;
function elementsWithin(limits) {
  const names = /* @__PURE__ */ new Set();
  const roots = /* @__PURE__ */ new Map();
  let elements = 0;
  return (part, chunk) => {
    if (!/\.(?:xml|rels)$/.test(part)) return;
    const hasText = /^word\/[^/]*\.xml$/.test(part);
    const root = roots.get(part) ?? new Root(part);
    roots.set(part, root);
    const text2 = chunk.toString("latin1");
    for (const { 1: slash, 2: name, index } of text2.matchAll(/<(?:(\/?)([\w:.-]{1,64})|[!?])/g)) {
      root.meets(name, slash === "/", text2, index);
      if (!hasText || name === void 0 || slash === "/") continue;
      names.add(name);
      elements += HOLDS_TEXT.has(name) ? WEIGHT : 1;
      if (elements > limits.maxNodes)
        throw new LimitError(
          limits,
          "maxNodes",
          `${part}: elements, those that hold text counted ${WEIGHT} times`
        );
    }
    if (names.size > MOST_NAMES) throw new Error(`${part}: more than ${MOST_NAMES} kinds of elements`);
  };
}
var Root = class {
  constructor(part) {
    this.part = part;
  }
  part;
  #name = null;
  #closed = false;
  #outside = 0;
  /** A tag, or with no name a comment, an instruction or the like. */
  meets(name, closes, text2, at2) {
    const within = this.#name !== null && !this.#closed;
    if (within) this.#closed = closes && name === this.#name;
    else if (this.#name === null && name !== void 0 && !closes) {
      this.#name = name;
      this.#closed = text2[text2.indexOf(">", at2) - 1] === "/";
    } else if (++this.#outside > MOST_OUTSIDE)
      throw new Error(`${this.part}: more than ${MOST_OUTSIDE} tags outside of its root`);
  }
};

// src/read/pdf/pdf.ts
import { fileURLToPath as fileURLToPath3 } from "node:url";

// src/read/pdf/page.ts
var INVISIBLE2 = /^[\s\p{Cc}\p{Cf}]*$/u;
async function readPage(page, pdfjs) {
  const viewport = page.getViewport({ scale: 1 });
  const toPage = viewport.transform;
  const content = await page.getTextContent();
  const runs = [];
  for (const item of content.items) {
    if (!("str" in item) || INVISIBLE2.test(item.str)) continue;
    const [, , c, d, e, f] = product(toPage, item.transform);
    const size = Math.hypot(c, d) || item.height;
    runs.push({ text: item.str, x: e, right: e + item.width, y: f, size });
  }
  const rulings = runs.length > 3 ? rulingsOf(await page.getOperatorList(), toPage, pdfjs) : [];
  return { runs: withoutShadows(runs), rulings, width: viewport.width, height: viewport.height };
}
function withoutShadows(runs) {
  const seen = /* @__PURE__ */ new Map();
  return runs.filter((run) => {
    const [column, row] = [Math.floor(run.x), Math.floor(run.y)];
    for (let c = column - 1; c <= column + 1; c++)
      for (let r = row - 1; r <= row + 1; r++) {
        const same = seen.get(`${c} ${r} ${run.text}`);
        if (same && Math.abs(same.x - run.x) < 1 && Math.abs(same.y - run.y) < 1) return false;
      }
    seen.set(`${column} ${row} ${run.text}`, run);
    return true;
  });
}
function product(a, b) {
  return [
    a[0] * b[0] + a[2] * b[1],
    a[1] * b[0] + a[3] * b[1],
    a[0] * b[2] + a[2] * b[3],
    a[1] * b[2] + a[3] * b[3],
    a[0] * b[4] + a[2] * b[5] + a[4],
    a[1] * b[4] + a[3] * b[5] + a[5]
  ];
}
var THIN = 2.5;
function rulingsOf(list, toPage, { OPS }) {
  const rulings = [];
  const strokes = /* @__PURE__ */ new Set([OPS.stroke, OPS.closeStroke]);
  const fills2 = /* @__PURE__ */ new Set([OPS.fill, OPS.eoFill]);
  const both2 = /* @__PURE__ */ new Set([OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke]);
  const stack = [];
  let matrix = toPage;
  for (const [i, operator] of list.fnArray.entries()) {
    const args = list.argsArray[i];
    if (operator === OPS.save) stack.push(matrix);
    else if (operator === OPS.restore) matrix = stack.pop() ?? toPage;
    else if (operator === OPS.transform) matrix = product(matrix, args);
    else if (operator === OPS.paintFormXObjectBegin) {
      stack.push(matrix);
      if (args?.[0]) matrix = product(matrix, args[0]);
    } else if (operator === OPS.paintFormXObjectEnd) matrix = stack.pop() ?? toPage;
    else if (operator === OPS.constructPath) {
      const [paint, data] = args;
      if (!data?.[0]) continue;
      if (strokes.has(paint) || both2.has(paint)) rulings.push(...sidesOf(data[0], matrix));
      else if (fills2.has(paint)) rulings.push(...barOf(data[0], matrix));
    }
  }
  return rulings;
}
function* piecesOf(path, matrix) {
  let at2 = { x: 0, y: 0 };
  let first = at2;
  const point = (i) => ({
    x: matrix[0] * path[i] + matrix[2] * path[i + 1] + matrix[4],
    y: matrix[1] * path[i] + matrix[3] * path[i + 1] + matrix[5]
  });
  for (let i = 0; i < path.length; ) {
    const step = path[i];
    if (step === 0) {
      at2 = first = point(i + 1);
      i += 3;
    } else if (step === 1 || step === 4) {
      const next = step === 1 ? point(i + 1) : first;
      yield { x1: at2.x, y1: at2.y, x2: next.x, y2: next.y };
      at2 = next;
      i += step === 1 ? 3 : 1;
    } else {
      const last2 = step === 2 ? 5 : 3;
      at2 = point(i + last2);
      i += last2 + 2;
    }
  }
}
function* sidesOf(path, matrix) {
  for (const p of piecesOf(path, matrix)) {
    const level = Math.abs(p.y1 - p.y2) < 0.5;
    const upright = Math.abs(p.x1 - p.x2) < 0.5;
    if (level !== upright) yield sorted(p);
  }
}
function* barOf(path, matrix) {
  let x1 = Number.POSITIVE_INFINITY;
  let y1 = Number.POSITIVE_INFINITY;
  let x2 = Number.NEGATIVE_INFINITY;
  let y2 = Number.NEGATIVE_INFINITY;
  let pieces3 = 0;
  const flush = function* () {
    if (pieces3 > 0 && x2 - x1 < THIN !== y2 - y1 < THIN) {
      const x = (x1 + x2) / 2;
      const y = (y1 + y2) / 2;
      yield x2 - x1 < THIN ? { x1: x, x2: x, y1, y2 } : { x1, x2, y1: y, y2: y };
    }
  };
  let end = null;
  for (const p of piecesOf(path, matrix)) {
    if (end && (Math.abs(end.x - p.x1) > 0.01 || Math.abs(end.y - p.y1) > 0.01)) {
      yield* flush();
      pieces3 = 0;
      x1 = y1 = Number.POSITIVE_INFINITY;
      x2 = y2 = Number.NEGATIVE_INFINITY;
    }
    x1 = Math.min(x1, p.x1, p.x2);
    x2 = Math.max(x2, p.x1, p.x2);
    y1 = Math.min(y1, p.y1, p.y2);
    y2 = Math.max(y2, p.y1, p.y2);
    pieces3++;
    end = { x: p.x2, y: p.y2 };
  }
  yield* flush();
}
function sorted({ x1, y1, x2, y2 }) {
  return { x1: Math.min(x1, x2), x2: Math.max(x1, x2), y1: Math.min(y1, y2), y2: Math.max(y1, y2) };
}

// src/read/pdf/lines.ts
function baselines(runs) {
  const rows = [];
  for (const run of [...runs].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const last2 = rows.at(-1);
    const near = last2 && Math.abs(last2[0].y - run.y) < Math.max(last2[0].size, run.size) * 0.45;
    if (last2 && near) last2.push(run);
    else rows.push([run]);
  }
  return rows.map((row) => row.sort((a, b) => a.x - b.x));
}
function lowest(runs) {
  return runs.reduce((most, { y, size }) => ({ y: Math.max(most.y, y), size: Math.max(most.size, size) }), {
    y: Number.NEGATIVE_INFINITY,
    size: 0
  });
}
function linesOf4(runs) {
  return baselines(runs).map((sorted2) => {
    let text2 = "";
    let right = sorted2[0].x;
    let last2 = "";
    for (const run of sorted2) {
      const gap = run.x - right;
      if (text2 !== "" && gap > run.size * 2.5) text2 += "	";
      else if (gap > run.size * (LATIN.test(last2) && LATIN.test(run.text[0]) ? 0.2 : 0.35)) text2 += " ";
      text2 += run.text;
      last2 = run.text;
      right = Math.max(right, run.right);
    }
    return {
      text: tightened(text2.trim()),
      left: sorted2[0].x,
      right,
      ...lowest(sorted2)
    };
  });
}
function tightened(text2) {
  return text2.replace(
    /(?<=[\u3000-\u9fff\uff00-\uffef]) (?=[A-Za-z0-9])|(?<=[A-Za-z0-9]) (?=[\u3000-\u9fff\uff00-\uffef])(?![\u4e00-\u9fff ]{2,12}[:：])/g,
    ""
  );
}
var LATIN = /[A-Za-z0-9]$/;
function marginsOf(lines, width) {
  const long = lines.filter((l) => l.right - l.left > width * 0.4);
  if (long.length === 0) return { left: 0, right: width, leading: Number.POSITIVE_INFINITY };
  const gaps = lines.slice(1).map((l, i) => l.y - lines[i].y);
  return {
    left: Math.min(...long.map((l) => l.left)),
    right: commonest(long.map((l) => l.right)),
    leading: gaps.length > 0 ? commonest(gaps) : Number.POSITIVE_INFINITY
  };
}
var NEAR3 = 3;
function commonest(values) {
  const sorted2 = [...values].sort((a, b) => a - b);
  let best = 0;
  let at2 = 0;
  for (let i = 0, k = 0; i < sorted2.length; i++) {
    while (sorted2[i] - sorted2[k] > NEAR3) k++;
    if (i - k + 1 >= best) {
      best = i - k + 1;
      at2 = sorted2[i];
    }
  }
  return at2;
}
function carriesOn(a, b, { left, right }) {
  return right - a.right < widthOf2(opening(b.text), b.size) + a.size * 0.3 && b.left < left + b.size * 0.8 && Math.abs(a.size - b.size) < 1.2 && !a.text.includes("	") && !b.text.includes("	") && !(/[。;；!！?？:：)）]$/.test(a.text) && OUTLINE.test(b.text));
}
var OUTLINE = /^(?:[(（]?[一二三四五六七八九十]{1,3}[)）、]|[(（]?\d{1,2}[)）.．、](?!\d)|第[一二三四五六七八九十]+[条章])/;
function opening(text2) {
  return OPENING.exec(text2)?.[0] ?? "";
}
var OPENING = /^[(（“‘《〈【[]*(?:[\w@/%\u00c0-\u024f-]|.)(?:(?<=[\w@/%\u00c0-\u024f,.:;-])[\w@/%\u00c0-\u024f-]|[)）”’》〉】\],.，。、;；:：!！?？%])*/u;
function widthOf2(text2, size) {
  let width = 0;
  for (const c of text2) width += c.charCodeAt(0) < 592 ? size * 0.55 : size;
  return width;
}
function joint(a, b) {
  return /[A-Za-z,.;]$/.test(a) && /^[A-Za-z]/.test(b) ? " " : "";
}
function joined(a, b) {
  return a + joint(a, b) + b;
}

// src/read/pdf/ruled.ts
var NEAR4 = 3;
var SHORTEST = 4;
var MOST_RULINGS = 1e4;
function ruledTables(rulings, runs) {
  const level = rulings.filter((r) => r.y2 - r.y1 < 1 && r.x2 - r.x1 > SHORTEST);
  const upright = rulings.filter((r) => r.x2 - r.x1 < 1 && r.y2 - r.y1 > SHORTEST);
  if (level.length < 2 || upright.length < 2 || level.length + upright.length > MOST_RULINGS) return [];
  return connected([...level, ...upright]).flatMap((group) => tableOf(group, runs) ?? []).sort((a, b) => a.top - b.top);
}
function connected(rulings) {
  const order = [...rulings].sort((a, b) => a.y1 - b.y1);
  const parent = order.map((_, i) => i);
  const root = (i) => {
    while (parent[i] !== i) i = parent[i] = parent[parent[i]];
    return i;
  };
  let open = [];
  for (const [i, r] of order.entries()) {
    open = open.filter((k) => order[k].y2 + NEAR4 >= r.y1);
    for (const k of open)
      if (order[k].x1 - NEAR4 <= r.x2 && order[k].x2 + NEAR4 >= r.x1) parent[root(k)] = root(i);
    open.push(i);
  }
  const groups = /* @__PURE__ */ new Map();
  for (const [i, r] of order.entries()) {
    const group = groups.get(root(i));
    if (group) group.push(r);
    else groups.set(root(i), [r]);
  }
  return [...groups.values()];
}
function tableOf(group, runs) {
  const level = group.filter((r) => r.y2 - r.y1 < 1);
  const upright = group.filter((r) => r.x2 - r.x1 < 1);
  const xs = places2(upright.map((r) => r.x1));
  const ys = places2(level.map((r) => r.y1));
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  if (columns < 2 || rows < 1 || columns * rows > MOST) return null;
  const uprightAt = byPlace(upright, xs, (r) => r.x1);
  const levelAt = byPlace(level, ys, (r) => r.y1);
  const wall = (c, r) => covers2(uprightAt[c + 1], "y", ys[r], ys[r + 1]);
  const floor = (c, r) => covers2(levelAt[r + 1], "x", xs[c], xs[c + 1]);
  const taken = new Uint8Array(rows * columns);
  const owner = new Array(rows * columns);
  const cells = [];
  for (let r = 0; r < rows; r++) {
    cells.push([]);
    for (let c = 0; c < columns; c++) {
      if (taken[r * columns + c]) continue;
      let across = 1;
      while (c + across < columns && !taken[r * columns + c + across] && !wall(c + across - 1, r)) across++;
      let down = 1;
      while (r + down < rows && !floor(c, r + down - 1) && !taken[(r + down) * columns + c]) down++;
      const cell = {
        left: xs[c],
        right: xs[c + across],
        rowspan: down,
        colspan: across,
        runs: []
      };
      for (let i = 0; i < down; i++)
        for (let k = 0; k < across; k++) {
          taken[(r + i) * columns + c + k] = 1;
          owner[(r + i) * columns + c + k] = cell;
        }
      cells[r].push(cell);
    }
  }
  const held = runs.filter((run) => {
    const r = between(ys, run.y - run.size * 0.35);
    if (r < 0) return false;
    let within = false;
    for (const part of parted(run, xs)) {
      const c = between(xs, part.x + Math.min(part.size, part.right - part.x) / 2);
      if (c < 0) continue;
      within = true;
      owner[r * columns + c].runs.push(part);
    }
    return within;
  });
  const opensPage = runs.every((run) => run.y > ys[0]);
  const filled = cells.map((row) => row.filter((c) => c.runs.length > 0).length);
  if (Math.max(...filled) < (opensPage ? 1 : 2)) return null;
  return { top: ys[0], bottom: ys.at(-1), edges: xs, rows: cells, held };
}
var MOST = 5e4;
function parted(run, edges) {
  const { text: text2, size } = run;
  const scale = (run.right - run.x) / (widthOf2(text2, size) || 1);
  const parts3 = [];
  let begin2 = 0;
  let x = run.x;
  let at2 = 0;
  let to = run.x;
  for (const c of text2) {
    const from = to;
    to += widthOf2(c, size) * scale;
    if (c === " " && at2 > begin2 && edges.some((e) => e > from - size / 2 && e < to + size / 2)) {
      parts3.push({ ...run, text: text2.slice(begin2, at2), x, right: from });
      begin2 = at2 + 1;
      x = to;
    }
    at2 += c.length;
  }
  return parts3.length === 0 ? [run] : [...parts3, { ...run, text: text2.slice(begin2), x }];
}
function places2(values) {
  const out = [];
  let sum = 0;
  let n = 0;
  for (const v of [...values].sort((a, b) => a - b)) {
    if (n > 0 && v - sum / n > NEAR4) {
      out.push(sum / n);
      sum = n = 0;
    }
    sum += v;
    n++;
  }
  if (n > 0) out.push(sum / n);
  return out;
}
function byPlace(rulings, at2, place) {
  const out = at2.map(() => []);
  for (const r of rulings) {
    let best = 0;
    for (let i = 1; i < at2.length; i++)
      if (Math.abs(at2[i] - place(r)) < Math.abs(at2[best] - place(r))) best = i;
    out[best].push(r);
  }
  return out;
}
function covers2(rulings, axis, from, to) {
  let drawn = from;
  let sum = 0;
  const spans = rulings.map((r) => axis === "x" ? [r.x1, r.x2] : [r.y1, r.y2]).sort((a, b) => a[0] - b[0]);
  for (const [a, b] of spans) {
    const start = Math.max(a, drawn);
    const end = Math.min(b, to);
    if (end > start) {
      sum += end - start;
      drawn = end;
    }
  }
  return sum > (to - from) / 2;
}
function between(edges, value) {
  for (let i = 0; i + 1 < edges.length; i++) if (value >= edges[i] && value < edges[i + 1]) return i;
  return -1;
}

// src/read/pdf/unruled.ts
var LONGEST_HEAD = 12;
var MOST_LINES2 = 1e3;
var MOST_COLUMNS = 60;
var NO_HEAD = /[:：。;；,，]/;
function unruledTables(runs) {
  const lines = baselines(runs).map(lineOf);
  if (lines.length > MOST_LINES2) return [];
  const tables2 = [];
  for (let i = 0; i < lines.length; ) {
    const found2 = tableAt(lines, i);
    if (found2) tables2.push(found2.table);
    i = found2?.next ?? i + 1;
  }
  return tables2;
}
function lineOf(row) {
  const pieces3 = [];
  for (const run of row) {
    const last2 = pieces3.at(-1);
    if (last2 && run.x - last2.right < run.size) {
      last2.runs.push(run);
      last2.text += run.text;
      last2.right = Math.max(last2.right, run.right);
    } else pieces3.push({ runs: [run], text: run.text, left: run.x, right: run.right });
  }
  return {
    pieces: pieces3,
    ...lowest(row)
  };
}
function tableAt(lines, at2) {
  const head = lines[at2];
  if (head.pieces.length < 3 || head.pieces.length > MOST_COLUMNS || head.pieces.some((p) => p.text.trim().length > LONGEST_HEAD || NO_HEAD.test(p.text)))
    return null;
  let columns = head.pieces.map(({ left, right }) => ({ left, right }));
  const body = [];
  for (const line of lines.slice(at2 + 1)) {
    const gap = line.y - (body.at(-1)?.line ?? head).y;
    if (gap > line.size * 5) break;
    const placed = placedIn(line, columns);
    if (!placed) break;
    columns = placed.columns;
    body.push({ line, cells: placed.cells });
  }
  const rows = rowsOf3(body, columns.length);
  if (!rows) return null;
  const used2 = [head, ...rows.flat().map((p) => p.line)];
  const top = head.y - head.size * 1.2;
  const bottom = used2.at(-1).y + head.size * 0.4;
  const cells = [[{ line: head, cells: head.pieces.map((p) => [p]) }], ...rows].map(
    (row) => columns.map(
      ({ left, right }, k) => ({
        left,
        right,
        rowspan: 1,
        colspan: 1,
        runs: row.flatMap((p) => p.cells[k].flatMap((piece) => piece.runs))
      })
    )
  );
  const held = used2.flatMap((line) => line.pieces.flatMap((p) => p.runs));
  const edges = [...columns.map((c) => c.left), columns.at(-1).right];
  return { table: { top, bottom, edges, rows: cells, held }, next: at2 + used2.length };
}
function placedIn(line, columns) {
  const grown = columns.map((c) => ({ ...c }));
  const cells = columns.map(() => []);
  for (const piece of line.pieces) {
    const over = columns.flatMap((c, k2) => piece.left < c.right && piece.right > c.left ? [k2] : []);
    if (over.length > 1) return null;
    const middle = (piece.left + piece.right) / 2;
    const away = columns.map((c) => Math.max(c.left - middle, middle - c.right, 0));
    const k = over[0] ?? away.indexOf(Math.min(...away));
    cells[k].push(piece);
    const column = grown[k];
    column.left = Math.min(column.left, piece.left);
    column.right = Math.max(column.right, piece.right);
  }
  const white = line.size * 0.3;
  return grown.every((c, k) => k === 0 || grown[k - 1].right + white < c.left) ? { cells, columns: grown } : null;
}
function rowsOf3(body, width) {
  const numbered = body.flatMap((p, i) => p.cells[0].length > 0 ? [i] : []);
  const counts = numbered.length > 1 && numbered.every((i, n) => Number(textOf(body[i])) === Number(textOf(body[numbered[0]])) + n);
  const rows = counts ? aroundNumbers(body, numbered) : fromFullLines(body, width);
  return rows.length > 1 ? rows : null;
}
var textOf = (p) => p.cells[0].map((piece) => piece.text).join("").trim();
function aroundNumbers(body, numbered) {
  const gap = gapIn(body);
  const starts3 = [0];
  for (const [n, next] of numbered.entries()) {
    if (n === 0) continue;
    let widest2 = next;
    let least = gap(next);
    for (let i = numbered[n - 1] + 1; i <= next; i++) {
      if (gap(i) > gap(widest2) + 0.5) widest2 = i;
      least = Math.min(least, gap(i));
    }
    starts3.push(gap(widest2) - least < body[next].line.size * 0.2 ? next : widest2);
  }
  let end = numbered.at(-1) + 1;
  while (end < body.length && gap(end) < closest(body)) end++;
  return starts3.map((start, n) => body.slice(start, starts3[n + 1] ?? end));
}
function fromFullLines(body, width) {
  const gap = gapIn(body);
  const rows = [];
  for (const [i, placed] of body.entries()) {
    const filled = placed.cells.filter((cell) => cell.length > 0).length;
    if (filled >= Math.max(2, width * 0.6)) rows.push([placed]);
    else if (rows.length > 0 && gap(i) < closest(body)) rows.at(-1).push(placed);
    else break;
  }
  return rows;
}
var gapIn = (body) => (i) => body[i].line.y - body[i - 1].line.y;
function closest(body) {
  return Math.min(...body.slice(1).map((_, i) => gapIn(body)(i + 1))) * 1.3;
}

// src/read/pdf/pdf-text.ts
var NEAR5 = 2;
var PAGE_NUMBER = /^(?:[-—–·―－]?\s{0,9}\d{1,4}\s{0,9}[-—–·―－]?|第\s{0,9}\d{1,4}\s{0,9}页(?:\s{0,9}[,，]?\s{0,9}共\s{0,9}\d{1,4}\s{0,9}页)?|\d{1,4}\s{0,9}\/\s{0,9}\d{1,4})$/;
var PdfText = class {
  #blocks = [];
  page(page, number) {
    const ruled = ruledTables(page.rulings, page.runs);
    const inRuled = new Set(ruled.flatMap((t2) => t2.held));
    const tables2 = [...ruled, ...unruledTables(page.runs.filter((r) => !inRuled.has(r)))].sort(
      (a, b) => a.top - b.top
    );
    const inTable2 = new Set(tables2.flatMap((t2) => t2.held));
    const lines = withoutNumber(linesOf4(page.runs.filter((r) => !inTable2.has(r))), page.height);
    const margins = marginsOf(lines, page.width);
    let first = true;
    const put = (line) => {
      this.#line(line, number, margins, first);
      first = false;
    };
    let at2 = 0;
    for (const table3 of tables2) {
      while (at2 < lines.length && lines[at2].y < table3.top) put(lines[at2++]);
      this.#table(table3, number, first);
      first = false;
    }
    while (at2 < lines.length) put(lines[at2++]);
  }
  reading() {
    const out = [];
    const marks = [];
    const places3 = [];
    let length = 0;
    const put = (text2, page) => {
      if (page !== void 0 && places3.at(-1)?.origin.page !== page)
        places3.push({ start: length, origin: { page } });
      out.push(text2);
      length += text2.length;
    };
    for (const block of this.#blocks) {
      if (block.kind === "paragraph") {
        put(`${block.text}
`, block.page);
        continue;
      }
      const start = length;
      const rows = [];
      for (const row of block.rows) {
        rows.push(
          row.map((cell, i) => {
            if (i > 0) put("	");
            const from = length;
            put(cell.text, cell.page);
            return { start: from, end: length, rowspan: cell.rowspan, colspan: cell.colspan, header: false };
          })
        );
        put("\n");
      }
      marks.push({ kind: "table", start, end: length, rows, layout: "pdf" });
    }
    return {
      text: out.join(""),
      marks,
      declared: {},
      originOf: (offset) => lastBefore(places3, offset)?.origin ?? null
    };
  }
  #line(line, page, margins, opensPage) {
    const above = this.#blocks.at(-1);
    if (above?.kind === "paragraph") {
      const { last: last2 } = above;
      const near = opensPage || line.y - last2.y < margins.leading * 1.25 + NEAR5;
      if (near && carriesOn(last2, line, { ...margins, right: above.margins.right })) {
        above.text += joint(last2.text, line.text) + line.text;
        above.last = line;
        above.margins = margins;
        return;
      }
    }
    this.#blocks.push({ kind: "paragraph", text: line.text, page, last: line, margins });
  }
  #table(table3, page, opensPage) {
    const rows = table3.rows.map((row) => row.map((cell) => cellOf(cell, page)));
    const above = this.#blocks.at(-1);
    if (!opensPage || above?.kind !== "table" || !sameEdges(above.edges, table3.edges)) {
      this.#blocks.push({ kind: "table", rows, edges: table3.edges });
      return;
    }
    const last2 = above.rows.at(-1);
    const next = rows[0];
    const cut2 = next.length === last2.length && next[0].text === "" && next.every((c, i) => c.text === "" || last2[i].full) && next.some((c) => c.text !== "");
    if (cut2) {
      for (const [i, cell] of next.entries()) last2[i].text = joined(last2[i].text, cell.text);
      rows.shift();
    }
    above.rows.push(...rows);
  }
};
function cellOf(cell, page) {
  const lines = linesOf4(cell.runs);
  let text2 = "";
  let above = null;
  for (const line of lines) {
    const full2 = above !== null && fills(above, line, cell);
    text2 = above === null ? line.text : full2 ? joined(text2, line.text) : `${text2}
${line.text}`;
    above = line;
  }
  const full = above !== null && above.right > cell.right - above.size * 1.8;
  return { text: text2.replaceAll("	", " "), page, rowspan: cell.rowspan, colspan: cell.colspan, full };
}
function fills(line, next, cell) {
  const free = cell.right - cell.left - (line.right - line.left) - PADDING;
  return free < widthOf2(opening(next.text), next.size) + line.size * 0.6;
}
var PADDING = 8;
function sameEdges(a, b) {
  return a.length === b.length && a.every((x, i) => Math.abs(x - b[i]) < 4);
}
function withoutNumber(lines, height) {
  return lines.filter(
    (line, i) => !((i === 0 || i === lines.length - 1) && (line.y < height * 0.12 || line.y > height * 0.88) && PAGE_NUMBER.test(line.text))
  );
}

// src/read/pdf/pdf.ts
var pdf = {
  takes: "bytes",
  mediaType: "application/pdf",
  extensions: ["pdf"],
  sniff: (bytes2) => bytes2.subarray(0, 1024).includes("%PDF-"),
  read: readPdf
};
async function readPdf(bytes2, limits) {
  const pdfjs = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const beside = (folder) => fileURLToPath3(new URL(`../../${folder}/`, import.meta.resolve("pdfjs-dist/legacy/build/pdf.mjs")));
  const task = pdfjs.getDocument({
    data: Uint8Array.from(bytes2),
    cMapUrl: beside("cmaps"),
    cMapPacked: true,
    standardFontDataUrl: beside("standard_fonts"),
    wasmUrl: beside("wasm"),
    disableFontFace: true,
    useSystemFonts: false,
    isEvalSupported: false,
    // Pictures are not looked at.
    maxImageSize: 1,
    verbosity: pdfjs.VerbosityLevel.ERRORS
  });
  try {
    const file2 = await task.promise;
    if (file2.numPages > limits.maxPages) throw new LimitError(limits, "maxPages", `${file2.numPages} pages`);
    const text2 = new PdfText();
    const empty = [];
    for (let number = 1; number <= file2.numPages; number++) {
      const page = await file2.getPage(number);
      const read2 = await readPage(page, pdfjs);
      if (read2.runs.length === 0) empty.push(number);
      text2.page(read2, number);
      page.cleanup();
    }
    if (empty.length === file2.numPages)
      return unread(
        "no_text_layer",
        `${file2.numPages} pages without text: a scan has to be recognized (OCR) first`
      );
    const reading = text2.reading();
    return { ...reading, problems: [...emptyPages(empty), ...garbled(reading.text)] };
  } catch (error) {
    if (error.name === "PasswordException")
      return unread("encrypted", "the file is protected by a password: save it without one");
    throw error;
  } finally {
    await task.destroy();
  }
}
function emptyPages(pages) {
  return pages.length === 0 ? [] : [{ code: "no_text_layer", message: `pages without text: ${pages.join(", ")}`, at: pages[0] }];
}
function garbled(text2) {
  const strange = text2.match(/[\uE000-\uF8FF\uFFFD]/g)?.length ?? 0;
  return strange === 0 ? [] : [{ code: "undecodable", message: `${strange} characters of fonts that do not say what they are` }];
}

// src/read/text.ts
var text = {
  takes: "text",
  mediaType: "text/plain",
  extensions: ["txt", "text", "md"],
  sniff: () => true,
  read: (decoded) => ({ text: decoded, marks: [], declared: {}, problems: [] })
};

// src/read/compound.ts
function compoundKind(bytes2) {
  if (bytes2.length < 512 || bytes2.readUInt32BE(0) !== 3503231456) return null;
  for (const [name, kind] of NAMES4) if (bytes2.includes(name, 512)) return kind;
  return "other";
}
var NAMES4 = [
  ["EncryptedPackage", "encrypted"],
  ["WordDocument", "document"],
  ["Workbook", "workbook"],
  ["Book", "workbook"]
].map(([name, kind]) => [Buffer.from(name, "utf16le"), kind]);

// src/read/unsupported.ts
var KINDS3 = [
  [Buffer.from("{\\rtf"), "a document in RTF: save it as .docx"],
  [Buffer.from("89504e47", "hex"), "a picture: its text has to be recognized (OCR) first"],
  [Buffer.from("ffd8ff", "hex"), "a picture: its text has to be recognized (OCR) first"],
  [Buffer.from("Rar!"), "an archive in RAR: pack it as .zip"],
  [Buffer.from("377abcaf271c", "hex"), "an archive in 7z: pack it as .zip"]
];
var kindOf2 = (bytes2) => KINDS3.find(([signature]) => bytes2.subarray(0, signature.length).equals(signature));
var unsupported = {
  takes: "bytes",
  mediaType: "application/x-ole-storage",
  extensions: ["doc", "wps"],
  sniff: (bytes2) => kindOf2(bytes2) !== void 0 || ["document", "encrypted", "other"].includes(compoundKind(bytes2) ?? ""),
  async read(bytes2) {
    if (compoundKind(bytes2) === "encrypted")
      return unread("encrypted", "the file is protected by a password: save it without one");
    return unread(
      "unsupported_format",
      kindOf2(bytes2)?.[1] ?? "a document of Word 97 or WPS: save it as .docx"
    );
  }
};

// src/read/workbook.ts
var xlsx = {
  takes: "bytes",
  mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  extensions: ["xlsx", "xlsm"],
  sniff: (bytes2) => isZipWith(bytes2, "xl/workbook"),
  async read(bytes2, limits) {
    let cells = 0;
    const problem2 = await zipProblem(bytes2, limits, (part, chunk) => {
      if (!part.startsWith("xl/worksheets/")) return;
      for (let at2 = chunk.indexOf("<v>"); at2 >= 0; at2 = chunk.indexOf("<v>", at2 + 3)) cells++;
      if (cells > limits.maxCells) throw new LimitError(limits, "maxCells", `${part}: cells`);
    });
    return problem2 ? unread(problem2.code, problem2.message) : readWorkbook(bytes2, limits);
  }
};
var xls = {
  takes: "bytes",
  mediaType: "application/vnd.ms-excel",
  extensions: ["xls", "et"],
  sniff: (bytes2) => compoundKind(bytes2) === "workbook",
  read: readWorkbook
};
async function readWorkbook(bytes2, limits) {
  const library = await import("@e965/xlsx");
  if (bytes2[0] !== 80)
    library.set_cptable(await import("@e965/xlsx/dist/cpexcel.full.mjs"));
  let book;
  try {
    book = library.read(bytes2, {
      type: "buffer",
      dense: true,
      cellNF: true,
      cellFormula: false,
      cellHTML: false,
      codepage: 936,
      // A row more than the limit is enough to see that there are too many.
      sheetRows: limits.maxCells + 1
    });
  } catch (error) {
    const message = error.message || "not a whole workbook";
    return unread(/password|encrypt/i.test(message) ? "encrypted" : "damaged", message);
  }
  const sheets = [];
  for (const [k, name] of book.SheetNames.entries()) {
    if (book.Workbook?.Sheets?.[k]?.Hidden) continue;
    const sheet = book.Sheets[name];
    if (sheet) sheets.push({ name, cells: cellsOf3(sheet, book, library) });
  }
  return { ...readSheets(sheets, "xlsx", limits), problems: [] };
}
function cellsOf3(sheet, book, library) {
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  const merges = new Map((sheet["!merges"] ?? []).map((m) => [`${m.s.r} ${m.s.c}`, m]));
  const cells = [];
  sheet["!data"]?.forEach((row, r) => {
    row?.forEach((cell, c) => {
      const text2 = shown2(cell, date1904, library);
      if (text2 === "") return;
      const merge = merges.get(`${r} ${c}`);
      cells.push({
        text: text2,
        row: r,
        column: c,
        rowspan: merge ? merge.e.r - r + 1 : 1,
        colspan: merge ? merge.e.c - c + 1 : 1
      });
    });
  });
  return cells;
}
function shown2(cell, date1904, { SSF }) {
  if (!cell || cell.v === void 0 || cell.t === "z") return "";
  if (cell.t === "n" && typeof cell.z === "string" && SSF.is_date(cell.z))
    return isoOf(SSF.parse_date_code(cell.v, { date1904 })) ?? cell.w ?? String(cell.v);
  return (cell.w ?? String(cell.v)).replace(/\r\n?/g, "\n").trim();
}
function isoOf(d) {
  if (!d) return null;
  const two = (n) => String(n).padStart(2, "0");
  const day = `${d.y}-${two(d.m)}-${two(d.d)}`;
  const time = `${two(d.H)}:${two(d.M)}${d.S ? `:${two(Math.floor(d.S))}` : ""}`;
  if (d.y <= 1900 && d.m <= 1 && d.d === 0) return time;
  return d.H || d.M || d.S ? `${day} ${time}` : day;
}

// src/read/readers.ts
var readers = [docx, pdf, xlsx, xls, delimited, unsupported, html, text];

// src/read/open.ts
var HEAD2 = 2e3;
function openText(content, uri, url = null, told2 = {}, limits = { ...READ_LIMITS, ...told2.limits }) {
  const bytes2 = bytesOf(content);
  const other = bytesReaderFor(bytes2, uri, told2.mediaType);
  if (other)
    throw new TypeError(`${uri} is ${other.mediaType}: neither text nor a page, read it with extractAll`);
  const label = typeof content === "string" ? void 0 : told2.charset ?? declaredCharset(bytes2);
  const decoded = typeof content === "string" ? { text: content, charset: "utf-8", bad: null } : decode(bytes2, label);
  const reader = textReaderFor(uri, decoded.text, told2.mediaType);
  const reading = withDeclared(readText(reader, decoded.text, uri, limits), declaredBy(told2));
  return {
    ...identity(reader, decoded.charset, bytes2, uri, url),
    ...label && !isLabelOf(decoded.charset, label) && { charset_declared: label },
    ...reading,
    problems: [...undecodable(decoded), ...reading.problems]
  };
}
function declaredBy({ title, date }) {
  return { ...title ? { ArticleTitle: title } : {}, ...date ? { PubDate: date } : {} };
}
function bytesOf(content) {
  return typeof content === "string" ? Buffer.from(content, "utf8") : Buffer.from(content.buffer, content.byteOffset, content.byteLength);
}
function identity(reader, charset, bytes2, uri, url) {
  return {
    uri,
    media_type: reader.mediaType,
    charset,
    bytes: bytes2.byteLength,
    sha256: createHash3("sha256").update(bytes2).digest("hex"),
    url
  };
}
function readText(reader, text2, uri, limits) {
  try {
    return withinText(reader.read(text2, limits), limits);
  } catch (error) {
    if (error instanceof LimitError) return unread(error.code, `${uri}: ${error.message}`);
    throw error;
  }
}
function withinText(reading, limits) {
  if (reading.text.length > limits.maxText) throw new LimitError(limits, "maxText", "characters of text");
  return reading;
}
var textReaders = readers.filter((r) => r.takes === "text");
var bytesReaders = readers.filter((r) => r.takes === "bytes");
function bytesReaderFor(bytes2, uri, mediaType) {
  if (bytes2.length < 8) return void 0;
  const extension = extensionOf(uri);
  return bytesReaders.find((r) => r.sniff(bytes2)) ?? bytesReaders.find(
    (r) => (r.extensions.includes(extension) || r.mediaType === mediaType) && !isPage(bytes2)
  );
}
function isPage(bytes2) {
  return textReaders.slice(0, -1).some((r) => r.sniff(bytes2.toString("latin1", 0, HEAD2)));
}
function textReaderFor(uri, text2, mediaType) {
  const extension = extensionOf(uri);
  return textReaders.find((r) => r.mediaType === mediaType) ?? textReaders.find((r) => r.extensions.includes(extension)) ?? textReaders.find((r) => r.sniff(text2.slice(0, HEAD2))) ?? textReaders.at(-1);
}
function extensionOf(uri) {
  return /\.([a-z0-9]+)$/i.exec(uri)?.[1]?.toLowerCase() ?? "";
}
function declaredCharset(bytes2) {
  return /<meta[^>]{0,80}charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w-]{1,40})/i.exec(
    Buffer.from(bytes2.buffer, bytes2.byteOffset, Math.min(bytes2.byteLength, 4096)).toString("latin1")
  )?.[1];
}

// ../../../tmp/V4/tr.ts
import { readFileSync as readFileSync5 } from "node:fs";
var [file, pat] = process.argv.slice(2);
var kit = loadKit("/work/tmp/V4/grammars/lexicon");
var t = trace(openText(/html$/.test(file) ? readFileSync5(file) : readFileSync5(file, "utf8"), file, null), kit);
for (const [k, p] of t.outline.passages.entries()) {
  const w = t.reading.text.slice(p.start, p.end);
  if (!pat || new RegExp(pat).test(w)) console.log(k, p.role, p.led ? "LED" : "", "annex", p.annex, JSON.stringify(p.path.map((h) => h.marker + h.text)), "|", w.replace(/\n/g, "\u23CE").slice(0, 150));
}
if (process.argv[4]) for (const g of t.outline.grids) console.log("GRID", g.title, "|", g.columns.map((c) => c.text), g.groups.slice(0, 3).map((x) => x?.text), g.rows.slice(0, 3).map((r) => r.map((c) => c.text)));
