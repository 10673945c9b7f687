-- From here on only the hash of a token is kept: whoever reads this table takes no session over.
UPDATE "Session" SET "sessionToken" = encode(sha256(convert_to("sessionToken", 'UTF8')), 'hex');
