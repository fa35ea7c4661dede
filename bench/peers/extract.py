#!/usr/bin/python3
"""What a user would script: the same notices to CSV with jieba, re and pandas (Debian: python3-jieba python3-pandas).

    /usr/bin/python3 bench/peers/extract.py <folder> <out>

It does less than tongbao (no spans through rewrites, no tables, no regions, no modality beyond a word list) and is tuned
where that is honest: patterns compiled once, one alternation for all problem words, jieba only on sentences that name a
problem, its dictionary cached, rows gathered in lists.
"""
import html
import json
import os
import re
import resource
import sys
import unicodedata

import jieba
import pandas as pd

jieba.setLogLevel(60)
folder, out = sys.argv[1], sys.argv[2]
root = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "grammars", "lexicon")


def rows(name):
    with open(os.path.join(root, name), encoding="utf-8") as f:
        lines = [l.rstrip("\n") for l in f if l.strip() and not l.startswith("#")]
    return [l.split("\t") for l in lines[1:]]


CATEGORY = {}
classes = {}
for row in rows("words.tsv"):
    classes.setdefault(row[0], []).extend(w for w in row[-1].split(" ") if w and "*" not in w)
for row in rows("cues.tsv"):
    for term in row[1].split(" "):
        for word in classes.get(term[1:], []) if term.startswith("@") else term.split("|"):
            if len(word) > 1 and "*" not in word and not word.startswith(("~", "^", "@")):
                CATEGORY.setdefault(word, row[0])
for row in rows("units.tsv"):
    jieba.add_word(row[1])

PROBLEM = re.compile("|".join(sorted(map(re.escape, CATEGORY), key=len, reverse=True)))
UNIT = re.compile(r"(?:局|委|办|厅|院|中心|政府|镇|乡|街道|委员会|办公室)$")
NOT_OBSERVED = re.compile(r"未发现|没有发现|要求|确保|严禁|杜绝|防止|应当|必须|进一步")
TAG = re.compile(r"(?s)<(script|style)\b.*?</\1>|<[^>]+>")
BLOCK = re.compile(r"(?i)</?(?:p|div|br|tr|li|h\d|table)\b[^>]*>")
GLOSS = re.compile(r"[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜɡü]{1,8}[)）]")
SENTENCE = re.compile(r"[^。;!?\n]+")
RATE = re.compile(r"(合格率|覆盖率|抽查比例|办结率|整改率)[^,。;\d]{0,8}(\d+(?:\.\d+)?)%")
COUNT = re.compile(r"(检查|抽查|共有|发现|合格|不合格)[^,。;\d]{0,10}(\d+)\s*个([^,。;\d]{0,6})")
DUE = re.compile(r"(?:(20\d\d)年)?(\d{1,2})月(\d{1,2})日(?:下班)?(?:之?前|以前)")
DATE = re.compile(r"(20\d\d)年(\d{1,2})月(\d{1,2})日")
NUMBER = re.compile(r"[\u4e00-\u9fff]{2,8}〔(20\d\d)〕(\d+)号")
PLACE = re.compile(r"[\u4e00-\u9fff]{2,8}?(?:省|市|县|区)")

records, metrics, deadlines, notices = [], [], [], []
characters = 0
for name in sorted(os.listdir(folder)):
    with open(os.path.join(folder, name), "rb") as f:
        raw = f.read().decode("utf-8", "replace")
    characters += len(raw)
    text = raw
    if name.endswith(".html"):
        text = html.unescape(TAG.sub("", BLOCK.sub("\n", raw)))
    text = GLOSS.sub("", unicodedata.normalize("NFKC", text).replace("：", ":"))
    lines = [l.strip() for l in text.split("\n") if l.strip()]
    title = next((l for l in lines if l.endswith(("通报", "报告", "通知", "公告"))), None)
    dates = DATE.findall(text)
    issued = "-".join(dates[-1]) if dates else None
    number = NUMBER.search(text)
    place = PLACE.search(title or text)
    seen = set()
    for m in SENTENCE.finditer(text):
        s = m.group()
        for r in RATE.finditer(s):
            metrics.append((name, r.group(1), float(r.group(2)), m.start() + r.start()))
        for c in COUNT.finditer(s):
            metrics.append((name, c.group(1) + c.group(3), int(c.group(2)), m.start() + c.start()))
        for d in DUE.finditer(s):
            year = d.group(1) or (dates[-1][0] if dates else "")
            deadlines.append((name, f"{year}-{d.group(2)}-{d.group(3)}", s.strip()))
        hits = PROBLEM.findall(s)
        if not hits or NOT_OBSERVED.search(s):
            continue
        units = [w for w in jieba.cut(s, HMM=False) if len(w) > 2 and UNIT.search(w)]
        for category in {CATEGORY[h] for h in hits}:
            for unit in units or [None]:
                if (unit, category) not in seen:
                    seen.add((unit, category))
                    records.append((name, unit, category, s.strip(), m.start(), m.end()))
    notices.append((name, title, issued, number.group() if number else None, place.group() if place else None, len(seen), text))

os.makedirs(out, exist_ok=True)
pd.DataFrame(records, columns=["file", "unit", "category", "problem", "start", "end"]).to_csv(os.path.join(out, "records.csv"), index=False, encoding="utf-8-sig")
pd.DataFrame(metrics, columns=["file", "measure", "value", "start"]).to_csv(os.path.join(out, "metrics.csv"), index=False, encoding="utf-8-sig")
pd.DataFrame(deadlines, columns=["file", "due", "text"]).to_csv(os.path.join(out, "deadlines.csv"), index=False, encoding="utf-8-sig")
with open(os.path.join(out, "notices.ndjson"), "w", encoding="utf-8") as f:
    for n in notices:
        f.write(json.dumps(dict(zip(("file", "title", "issued", "number", "place", "records", "text"), n)), ensure_ascii=False) + "\n")
usage = resource.getrusage(resource.RUSAGE_SELF)
print(json.dumps({"cpu": usage.ru_utime + usage.ru_stime, "characters": characters, "records": len(records)}))
