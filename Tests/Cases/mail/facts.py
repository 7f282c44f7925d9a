"""Prints what Python's email package finds in a letter: the other side of MailDraftTests.

python3 facts.py letter.eml
"""

import hashlib
import sys
from email import message_from_bytes, policy

data = open(sys.argv[1], "rb").read()
lines = data.split(b"\r\n")
print("longest line", "ok" if max(map(len, lines)) <= 76 else max(map(len, lines)))
print("bare ends of lines", data.replace(b"\r\n", b"").count(b"\n") + data.replace(b"\r\n", b"").count(b"\r"))
print("beyond ASCII", sum(byte > 126 for byte in data))

letter = message_from_bytes(data, policy=policy.default)
print("headers", ", ".join(letter.keys()))
for name in ("X-Unsent", "To", "Subject", "Date"):
    print(name, "=", repr(str(letter[name])) if name in letter else None)
print("type", letter.get_content_type(), "defects", letter.defects)
for part in letter.iter_parts():
    if part.is_attachment():
        content = part.get_content()
        content = content.encode() if isinstance(content, str) else content
        print("file", repr(part.get_filename()), part.get_content_type(),
              hashlib.sha256(content).hexdigest()[:16], part.defects)
        print("  as an encoded word", repr(str(part["Content-Type"].params.get("name"))))
    else:
        print("text", part.get_content_charset(), repr(part.get_content()), part.defects)

# What programs see that do not know RFC 2231.
plain = message_from_bytes(data)
for part in plain.get_payload()[1:]:
    print("plain name", part.get_param("filename", header="content-disposition"))
