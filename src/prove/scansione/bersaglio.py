"""A tiny web application with planted faults, on loopback: what the scanner must find, or it is blind.

It only pretends: no command is run, no file is read, and the only address it calls is on loopback.
"""

import email
import http.client
import http.server
import sqlite3
import threading
import urllib.parse
import urllib.request

INDICE = """<!DOCTYPE html><html><head><title>Bersaglio</title></head><body>
<a href="/cerca?nome=rossi">cerca</a> <a href="/scheda?id=1">scheda</a>
<a href="/file?nome=atto.txt">file</a> <a href="/esegui?comando=data">esegui</a>
<a href="/vai?dove=/">vai</a>
<a href="/prendi?indirizzo=http://127.0.0.1/">prendi</a> <a href="/conta?quanti=1">conta</a>
<form method="post" action="/messaggi"><input name="testo"><input type="submit"></form>
<form method="post" action="/allega" enctype="multipart/form-data"><input type="hidden" name="_csrf" value="{gettone}">
<input name="oggetto"><input type="file" name="file"><input type="submit"></form>
</body></html>"""

GETTONE = "hG7pQz2LmX9vRt4KcWb8"

#: the form with a file is protected against forgery, and repeats what it gets: one is no fault, one is
CON_FILE = "/allega"
INDICE = INDICE.replace("{gettone}", GETTONE)

#: the faults above, as the scanner calls them
DA_TROVARE = {
    "Cross Site Scripting",
    "SQL Injection",
    "Path Traversal",
    "Command execution",
    "Open Redirect",
    "Server Side Request Forgery",
    "Cross Site Request Forgery",
    "HttpOnly Flag cookie",
    "Content Security Policy Configuration",
    "HTTP Secure Headers",
    "Internal Server Error",
}


class Bersaglio(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    messaggi = []

    def log_message(self, *_):
        pass

    def rispondi(self, corpo, stato=200, intestazioni=()):
        dati = corpo.encode("utf-8", "replace")
        self.send_response(stato)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(dati)))
        self.send_header("Set-Cookie", "sessione=1234567890")
        for nome, valore in intestazioni:
            self.send_header(nome, valore)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(dati)

    def do_POST(self):
        corpo = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if self.path == CON_FILE:
            return self.allega(corpo)
        letti = corpo.decode("utf-8", "replace")
        self.messaggi.append(urllib.parse.parse_qs(letti).get("testo", [""])[0])
        self.rispondi("<html><body>" + "<br>".join(self.messaggi[-20:]) + "</body></html>")

    def allega(self, corpo):
        tipo = self.headers.get("Content-Type", "")
        parti = email.message_from_bytes(f"Content-Type: {tipo}\r\n\r\n".encode() + corpo)
        # as any server does: what comes with the name of a file is a file, and no field
        campi = {
            parte.get_param("name", header="Content-Disposition"): parte.get_payload(decode=True)
            for parte in (parti.get_payload() if parti.is_multipart() else [])
            if parte.get_filename() is None
        }
        if campi.get("_csrf") != GETTONE.encode():
            return self.rispondi("<html><body>vietato</body></html>", 403)
        self.rispondi("<html><body>Arrivato " + campi.get("oggetto", b"").decode("utf-8", "replace") + "</body></html>")

    def do_GET(self):
        parti = urllib.parse.urlsplit(self.path)
        dati = {k: v[0] for k, v in urllib.parse.parse_qs(parti.query, keep_blank_values=True).items()}
        risposta = getattr(self, "pagina_" + parti.path.strip("/"), None)
        if parti.path == "/":
            self.rispondi(INDICE)
        elif risposta is None or not dati:
            self.rispondi("non c'è", 404)
        else:
            risposta(*list(dati.values())[:1])

    def pagina_cerca(self, nome):
        self.rispondi("<html><body>Nessuno si chiama " + nome + "</body></html>")

    def pagina_scheda(self, numero):
        try:
            with sqlite3.connect(":memory:") as banca:
                banca.execute("create table schede (id integer)")
                banca.execute("select id from schede where id = '" + numero + "'")
            self.rispondi("scheda")
        except (sqlite3.Error, sqlite3.Warning) as errore:
            self.rispondi("sqlite3.OperationalError: " + str(errore))

    def pagina_file(self, nome):
        self.rispondi("root:x:0:0:root:/root:/bin/bash" if nome.rstrip("\0").endswith("/etc/passwd") else "atto")

    def pagina_esegui(self, comando):
        self.rispondi("PATH=/usr/bin\nPWD=/" if ";env;" in comando else "oggi")

    def pagina_vai(self, dove):
        self.rispondi("", 302, [("Location", dove)])

    def pagina_prendi(self, indirizzo):
        if urllib.parse.urlsplit(indirizzo).hostname == "127.0.0.1":
            try:
                urllib.request.urlopen(indirizzo, timeout=2).read()
            except (OSError, ValueError, http.client.HTTPException):
                pass
        self.rispondi("preso")

    def pagina_conta(self, quanti):
        self.rispondi("uno" if quanti.isdigit() else "Traceback", 200 if quanti.isdigit() else 500)


def avvia():
    """The server, already answering; its port is server_address[1]."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Bersaglio)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server
