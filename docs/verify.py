#!/usr/bin/env python3
"""Checks a proof of `writethru prove` with nothing but Python and openssl.

usage: verify.py PROOF.json RECEIPT [TEXT [PUBLIC-KEY-IN-BASE64]]
"""
import base64, hashlib, json, subprocess, sys, tempfile

def sha(*parts): return hashlib.sha256(b"".join(parts)).digest()

proof, text = json.load(open(sys.argv[1])), open(sys.argv[2]).read()
receipt = dict(line.split(" ", 1) for line in text.splitlines())

# 1. The receipt is signed by its key, and the key is the one that you know.
assert len(sys.argv) < 5 or sys.argv[4] == receipt["key"], "the receipt was signed by another key"
with tempfile.TemporaryDirectory() as folder:
    files = {"key": bytes.fromhex("302a300506032b6570032100") + base64.b64decode(receipt["key"]),
             "body": text[:text.index("signature ")].encode(), "sig": base64.b64decode(receipt["signature"])}
    for name, content in files.items(): open(f"{folder}/{name}", "wb").write(content)
    subprocess.run(["openssl", "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", f"{folder}/key", "-rawin",
                    "-in", f"{folder}/body", "-sigfile", f"{folder}/sig"], check=True, stdout=subprocess.DEVNULL)

# 2. The leaf leads to the root of the receipt (RFC 9162, section 2.1.3.2).
node, at, last = sha(b"\0", proof["leaf"].encode()), proof["index"], int(receipt["size"]) - 1
for beside in map(bytes.fromhex, proof["path"]):
    if at % 2 or at == last:
        node = sha(b"\1", beside, node)
        while at % 2 == 0 and at: at, last = at >> 1, last >> 1
    else: node = sha(b"\1", node, beside)
    at, last = at >> 1, last >> 1
assert at <= last == 0 and node.hex() == receipt["root"], "the version is not in the ledger of the receipt"

# 3. The text is the one that the leaf names.
leaf = json.loads(proof["leaf"])
if 3 < len(sys.argv):
    assert hashlib.sha256(open(sys.argv[3], "rb").read()).hexdigest() == leaf["hash"], "the text is another one"
print("proved: these words" if 3 < len(sys.argv) else "proved: the words of hash " + leaf["hash"],
      "stood in the ledger of", receipt["time"], "signed by", receipt["key"])
