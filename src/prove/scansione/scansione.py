#!/usr/bin/env python3
"""Scans the packaged application with Wapiti, and fails on whatever is above "low". See README.md.

Between the scanner and the application stands a gateway of ours, on loopback like everything here: it
logs in for the scanner, keeps its token against forged forms good (else each form would be refused
before anybody reads it), gives each request an address of its own (else the limits on forms and
passwords would answer instead of the application), sends forms with files as a browser does, offers as
HTML forms what only programs send as JSON, and counts what is answered, form by form.
"""

import base64
import collections
import contextlib
import http.client
import http.cookiejar
import http.server
import itertools
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

import bersaglio

RADICE = Path(__file__).resolve().parents[3]
JAR = Path(os.environ.get("JAR", RADICE / "target" / "piano-di-zona.jar"))
USCITA = Path(os.environ.get("USCITA", RADICE / "target" / "scansione"))
PORTA = int(os.environ.get("PORTA", "18095"))
#: seconds that one module of the scanner may take in one part, and that the visit of a part may take
PER_MODULO = int(os.environ.get("PER_MODULO", "7"))
PER_VISITA = int(os.environ.get("PER_VISITA", "15"))
#: a module of the scanner on the forms that anybody may send
PER_I_MODULI = 2 * PER_MODULO
#: each module comes to the end of the faults made on purpose
PER_BERSAGLIO = 20
AVVIO = 180
TETTO = 600
#: levels of Wapiti: 0 information, 1 low, 2 medium, 3 high, 4 critical
BASSO = 1
LIVELLI = ["informazione", "basso", "medio", "alto", "critico"]
#: what needs nothing from the network; buster's 31,000 names are left out: the list of paths is closed
MODULI = (
    "backup,blindsql,cookieflags,crlf,csp,csrf,exec,file,htaccess,http_headers,methods,permanentxss,"
    "redirect,shellshock,sql,ssrf,xss,xxe"
)
SENZA_MODULI_HTML = ",".join(m for m in MODULI.split(",") if m != "csrf")
SENZA_RETE = {"http_proxy": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9", "no_proxy": "127.0.0.1"}
#: what the scanner writes in place of a token, to see whether anybody notices
GETTONE_FALSO = b"wapiti"
COOKIE_DEL_GETTONE = "PIANODIZONA-CSRF"
#: the file that the scanner encloses, and the one that goes in its place: the application wants documents
FILE_DELLO_STRUMENTO = b"\r\n\r\nGIF89a\r\n"
UN_PDF = b"\r\n\r\n%PDF-1.4\n%%EOF\n\r\n"
#: a form was attacked when so many requests at least were read by the application, and not only refused
ALMENO = 20
#: forms of later steps of the plan, which no stage of the scan comes to: PagineSbagliateTest sends them noise
PIU_AVANTI = (
    "/accordo/", "/assemblea/{sedutaId}/", "/attuazione/", "/documento/", "/flussi/",
    "/ufficio/premialita/{codiceAmbito}/",
)
#: answers of a form that was read: done, done and go there, refused because of what is in it
LETTO = {200, 204, 302, 303, 400, 409, 413, 422}
MODULI_A_MANO = "/scansione-moduli"
IN_JSON = "/scansione-json"
FILE = object()


def moduli_mappati():
    """Every form of percorsi.yaml, with the shape of its addresses."""
    tabella = (RADICE / "src/main/resources/accesso/percorsi.yaml").read_text(encoding="utf-8")
    percorsi = re.findall(r"- POST (/\S+)", tabella.split("\napplicazioni:")[0])
    return {p: re.compile("[^/]+".join(re.escape(pezzo) for pezzo in re.split(r"\{[^}]+\}", p))) for p in percorsi}


MODULI_MAPPATI = moduli_mappati()


class Ferma(Exception):
    """The scan could not be done, or saw something that it should not have."""


# ---------------------------------------------------------------- the application under scan


class Applicazione:
    """The packaged application on a database of its own, with a notice, a domanda and open tasks."""

    def __init__(self, cartella):
        self.cartella = cartella
        self.base = f"http://127.0.0.1:{PORTA}"
        self.log = open(cartella / "applicazione.log", "wb")
        self.processo = subprocess.Popen(
            [
                "java",
                "-Duser.timezone=Europe/Rome",
                "-Xmx700m",
                "-jar",
                str(JAR),
                f"--server.port={PORTA}",
                # each request comes from an address of its own, as visitors behind a reverse proxy
                "--server.tomcat.remoteip.remote-ip-header=X-Forwarded-For",
            ],
            cwd=cartella,
            stdout=self.log,
            stderr=subprocess.STDOUT,
        )

    def ferma(self):
        self.processo.terminate()
        try:
            self.processo.wait(30)
        except subprocess.TimeoutExpired:
            self.processo.kill()
        self.log.close()

    def chiedi(self, percorso, utente=None, corpo=None, tipo="application/json", cookie=None):
        intestazioni = {"X-Forwarded-For": "198.18.0.1"}
        if utente:
            intestazioni["Authorization"] = basic(utente)
        if corpo is not None:
            intestazioni["Content-Type"] = tipo
        richiesta = urllib.request.Request(self.base + percorso, corpo, intestazioni)
        apri = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(cookie))
        with apri.open(richiesta, timeout=30) as risposta:
            return risposta.read().decode("utf-8", "replace")

    def rest(self, utente, percorso, corpo=None):
        dati = None if corpo is None else json.dumps(corpo).encode()
        testo = self.chiedi("/engine-rest" + percorso, utente, dati)
        return json.loads(testo) if testo else None

    def compito(self, utente, definizione):
        fine = time.monotonic() + AVVIO
        while time.monotonic() < fine:
            if self.processo.poll() is not None:
                raise Ferma(f"L'applicazione si è fermata: {self.cartella / 'applicazione.log'}")
            with contextlib.suppress(OSError):
                trovati = self.rest(utente, "/task?taskDefinitionKey=" + definizione)
                if trovati:
                    return trovati[0]["id"]
            time.sleep(0.5)
        raise Ferma(f"Il compito {definizione} non si è aperto in {AVVIO} secondi")

    def completa(self, utente, definizione, compito=None, **valori):
        """A task completed as in Tasklist: what the form proposes, and these values."""
        compito = compito or self.compito(utente, definizione)
        modulo = self.rest(utente, f"/task/{compito}/deployed-form")
        chiavi = {v for k, v in coppie(modulo) if k in ("key", "path") and isinstance(v, str)}
        compilato = self.rest(
            utente, f"/task/{compito}/form-variables?deserializeValues=false&variableNames={','.join(sorted(chiavi))}"
        )
        for nome, dato in valori.items():
            compilato[nome] = {"value": json.dumps(dato), "type": "Json"} if isinstance(dato, list) else {"value": dato}
        self.rest(utente, f"/task/{compito}/submit-form", {"variables": compilato})

    def completa_tutti(self, utente, definizione, quanti, **valori):
        for _ in range(quanti):
            self.completa(utente, definizione, **valori)

    def attendi(self, cosa, condizione):
        """What the application does in background, jobs and mails."""
        fine = time.monotonic() + AVVIO
        while time.monotonic() < fine:
            trovato = condizione()
            if trovato:
                return trovato
            time.sleep(0.3)
        raise Ferma(f"{cosa}: non dopo {AVVIO} secondi")

    def vai_al_giorno(self, giorno):
        cookie = http.cookiejar.CookieJar()
        campi = nascosti(self.chiedi("/demo", cookie=cookie))[:1] + [("giorno", giorno)]
        self.chiedi("/demo/giorno", corpo=urllib.parse.urlencode(campi).encode(),
                    tipo="application/x-www-form-urlencoded", cookie=cookie)

    def pubblica(self):
        """The demonstration's notice, as its officials would, and the number it gets."""
        self.completa("udp", "UserTask_RedigereAvviso")
        self.completa("rup", "UserTask_ApprovareAvviso", esito="APPROVATO")
        pubblicati = self.attendi(
            "L'avviso pubblicato", lambda: json.loads(self.chiedi("/avvisi.json"))["avvisi"]
        )
        return pubblicati[0]["numero"]

    def avviso(self):
        return json.loads(self.chiedi("/avvisi.json"))["avvisi"][0]["numero"]

    def invia(self, avviso, campi, con_documento=True):
        """The public form of the domanda, sent as a browser does; gives back the page that comes next."""
        cookie = http.cookiejar.CookieJar()
        indirizzo = f"/avvisi/{avviso}/domanda"
        campi = nascosti(self.chiedi(indirizzo, cookie=cookie)) + list(campi)
        parti = [f'--confine\r\nContent-Disposition: form-data; name="{n}"\r\n\r\n{v}\r\n' for n, v in campi]
        if con_documento:
            parti.append(
                '--confine\r\nContent-Disposition: form-data; name="documentoIdentita"; filename="documento.pdf"\r\n'
                "Content-Type: application/pdf\r\n\r\n%PDF-1.4\n%%EOF\n\r\n"
            )
        parti.append("--confine--\r\n")
        return self.chiedi(
            indirizzo, corpo="".join(parti).encode(), tipo="multipart/form-data; boundary=confine", cookie=cookie
        )

    def area(self, avviso):
        return re.search(r'name="aree"[^>]*value="([^"]+)"', self.chiedi(f"/avvisi/{avviso}/domanda")).group(1)

    def domanda(self, avviso, codice_fiscale):
        """A domanda sent from the public page; gives back the address of the applicant's own page."""
        campi = una_domanda(self.area(avviso), codice_fiscale)
        arrivo = self.invia(avviso, [(n, v) for n, v in campi.items() if v is not FILE])
        personale = re.search(r"/partecipazione/[\w-]+", arrivo)
        if not personale:
            raise Ferma("La domanda di prova non è stata accettata")
        return personale.group(0)

    def bozza(self, avviso):
        """The address of a domanda begun and saved."""
        pagina = self.invia(
            avviso, [("denominazione", "Ente che non ha finito"), ("azione", "salva")], con_documento=False
        )
        return re.search(r"/avvisi/[\w-]+/domanda/bozza/[\w-]+", pagina).group(0)

    def istruisci(self, avviso, esito):
        """Sends a domanda without signature, and answers to it so; gives back the applicant's page."""
        personale = self.domanda(avviso, CODICI_FISCALI[esito])
        self.completa("udp", "UserTask_IstruireDomanda", canaleAmmesso=True, firma="ASSENTE", categoriaAccertata="ETS",
                      runtsEsito="ISCRITTO", runtsVerificato="2024-09-12")
        self.completa("udp", "UserTask_ValutareAmmissibilita", esito=esito, motivoScostamento="Per la prova.",
                      testo="Manca la firma.", giorni=7)
        return personale

    def collegamento(self, forma):
        """The first address of this shape in the mails that the demonstration shows."""
        for pagina in range(1, 6):
            for messaggio in sorted(set(re.findall(r"/posta/\d+", self.chiedi(f"/posta?pagina={pagina}")))):
                trovato = re.search(forma, self.chiedi(messaggio + "/html"))
                if trovato:
                    return trovato.group(0)
        return None

    def tavoli(self):
        """To the tavoli: minutes of the first meeting open to remarks, others still to be held."""
        self.pubblica()
        cookie = http.cookiejar.CookieJar()
        gettone = nascosti(self.chiedi("/demo", cookie=cookie))[:1]
        self.chiedi("/demo/domande", corpo=urllib.parse.urlencode(gettone).encode(),
                    tipo="application/x-www-form-urlencoded", cookie=cookie)
        tutte = self.attendi(
            "Quattro domande da istruire",
            lambda: len(self.rest("udp", "/task?taskDefinitionKey=UserTask_IstruireDomanda")) >= 4
            and self.rest("udp", "/task?taskDefinitionKey=UserTask_IstruireDomanda"),
        )
        for compito in tutte:
            ets = self.rest("udp", f"/task/{compito['id']}/form-variables?variableNames=categoriaAccertata")
            accertata = (
                {"runtsEsito": "ISCRITTO", "runtsVerificato": "2024-09-12"}
                if ets["categoriaAccertata"]["value"] == "ETS"
                else {"requisitiProvati": True}
            )
            self.completa("udp", None, compito["id"], canaleAmmesso=True, firma="PAGINA_WEB", documentoIdentita=True,
                          **accertata)
        self.completa_tutti("rup", "UserTask_DefinireEsito", len(tutte), esito="AMMESSA")
        self.vai_al_giorno("2024-10-03")
        self.completa("rup", "UserTask_ApprovareElencoAmmessi", numeroAtto="455/2024", dataAtto="2024-10-03")
        self.completa_tutti("udp", "UserTask_ConvocareIncontri", 3)
        self.vai_al_giorno("2024-10-08")
        verbale = self.compito("facilitatore", "UserTask_RegistrareVerbale")
        membri = self.rest("facilitatore", f"/task/{verbale}/form-variables?variableNames=membri&deserializeValues=false")
        self.completa("facilitatore", None, verbale, verbale="Si discute dei bisogni dell'area.",
                      presenti=[m["value"] for m in json.loads(membri["membri"]["value"])])
        return self.attendi("L'invito a un tavolo", lambda: self.collegamento(r"/posto/[\w-]{20,64}"))

    def gettone(self, avviso):
        """A cookie against forged forms, and the token of a form that goes with it."""
        cookie = http.cookiejar.CookieJar()
        pagina = self.chiedi(f"/avvisi/{avviso}/domanda", cookie=cookie)
        nel_modulo = re.search(r'name="_csrf" value="([^"]+)"', pagina).group(1)
        return valore(cookie, COOKIE_DEL_GETTONE), urllib.parse.quote(nel_modulo, safe="").encode(), nel_modulo.encode()

    def accedi(self, utente):
        """The session of an official in the web applications: its cookies, and its token."""
        cookie = http.cookiejar.CookieJar()
        self.chiedi("/camunda/app/tasklist/default/", cookie=cookie)
        modulo = urllib.parse.urlencode({"username": utente, "password": "demo"}).encode()
        richiesta = urllib.request.Request(
            self.base + "/camunda/api/admin/auth/user/default/login/tasklist",
            modulo,
            {"X-XSRF-TOKEN": valore(cookie, "XSRF-TOKEN"), "X-Forwarded-For": "198.18.0.1"},
        )
        urllib.request.build_opener(urllib.request.HTTPCookieProcessor(cookie)).open(richiesta, timeout=30).read()
        self.chiedi("/camunda/app/tasklist/default/", cookie=cookie)
        return {nome: valore(cookie, nome) for nome in ("JSESSIONID", "XSRF-TOKEN")}


def coppie(nodo):
    """Every key with its value, however deep."""
    if isinstance(nodo, dict):
        for chiave, dentro in nodo.items():
            yield chiave, dentro
            yield from coppie(dentro)
    elif isinstance(nodo, list):
        for dentro in nodo:
            yield from coppie(dentro)


def nascosti(pagina):
    """The hidden fields of a form, its token first."""
    campi = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', pagina)
    return sorted(set(campi), key=lambda campo: campo[0] != "_csrf")


#: codes with a right check digit, of bodies that nobody is
CODICI_FISCALI = {"DA_INTEGRARE": "80000000010", "NEGATIVA": "80000000028", "": "80000000036"}


def una_domanda(area, codice_fiscale):
    return {
        "denominazione": "Ente di prova", "formaGiuridica": "associazione", "codiceFiscale": codice_fiscale,
        "sede": "via di Prova 1, Clusone", "rappresentanteLegale": "Persona di Prova", "email": "ente@prova.example",
        "categoria": "ETS", "runtsNumero": "1", "aree": area, "referente": "Persona di Prova",
        "referenteEmail": "ente@prova.example", "firmatario": "RAPPRESENTANTE", "datiOfferti": "dati",
        "impegniAccettati": "true", "liberatoriaProprieta": "true", "consensoPubblicazione": "true",
        "informativaLetta": "true", "documentoIdentita": FILE,
    }


def valore(cookie, nome):
    return next((c.value for c in cookie if c.name == nome), "")


def basic(utente):
    return "Basic " + base64.b64encode(f"{utente}:demo".encode()).decode()


# ---------------------------------------------------------------- gateway and witness


class Silenzioso(http.server.ThreadingHTTPServer):
    """Says nothing when the scanner hangs up, as it does on purpose."""

    daemon_threads = True

    def handle_error(self, request, client_address):
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class Varco(Silenzioso):
    """What the scanner talks to."""

    def __init__(self, verso):
        super().__init__(("127.0.0.1", 0), Passaggio)
        self.verso = verso
        self.intestazioni = {}
        self.cookie = {}
        self.moduli = []
        self.esclusi = ()
        self.soli = ()
        self.gettone = None
        self.risposte = collections.Counter()
        self.guasti = collections.Counter()
        self.per_modulo = collections.defaultdict(collections.Counter)
        self.gettoni_falsi_accettati = collections.Counter()
        self.con_campi = set()
        self.numeri = itertools.count(2)
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def base(self):
        return f"http://127.0.0.1:{self.server_address[1]}"

    def lascia_passare(self, percorso):
        """Whether the address belongs to the part that is being attacked."""
        return not percorso.startswith(self.esclusi) and (not self.soli or percorso.startswith(self.soli))


class Passaggio(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # the last bytes of an answer would otherwise wait for the scanner's acknowledgement
    disable_nagle_algorithm = True
    filo = None

    def log_message(self, *_):
        pass

    def __getattr__(self, nome):
        if nome.startswith("do_"):
            return self.passa
        raise AttributeError(nome)

    def passa(self):
        lunghezza = int(self.headers.get("Content-Length") or 0)
        corpo = self.rfile.read(lunghezza) if lunghezza else None
        if self.path.startswith(MODULI_A_MANO):
            gettone = self.server.gettone[2].decode() if self.server.gettone else ""
            pagina = pagina_dei_moduli(self.server.moduli, gettone)
            return self.rispondi(200, [("Content-Type", "text/html")], pagina)
        percorso = self.path
        if not self.server.lascia_passare(percorso):
            return self.rispondi(404, [], b"")
        inviate = {n: v for n, v in self.headers.items() if n.lower() not in ("connection", "accept-encoding")}
        if percorso.startswith(IN_JSON):
            percorso = percorso[len(IN_JSON) :]
            campi = urllib.parse.parse_qsl((corpo or b"").decode("utf-8", "replace"), keep_blank_values=True)
            corpo = json.dumps(in_json(percorso, campi)).encode()
            inviate["Content-Type"] = "application/json"
            inviate["Content-Length"] = str(len(corpo))
        numero = next(self.server.numeri)
        inviate["X-Forwarded-For"] = f"198.{18 + numero // 65536 % 2}.{numero // 256 % 256}.{numero % 256}"
        inviate.update(self.server.intestazioni)
        nostri = dict(self.server.cookie)
        falso = False
        if corpo and self.headers.get("Content-Type", "").startswith("multipart/form-data"):
            corpo = come_un_browser(corpo)
        if self.server.gettone and corpo and b"_csrf" in corpo:
            falso = gettone_falso(corpo)
            nostri[COOKIE_DEL_GETTONE], corpo = con_gettone(corpo, *self.server.gettone)
        if corpo is not None:
            inviate["Content-Length"] = str(len(corpo))
        if nostri:
            # the scanner keeps cookies too; the login is ours
            suoi = [c for c in inviate.get("Cookie", "").split("; ") if c and c.split("=")[0] not in nostri]
            inviate["Cookie"] = "; ".join([f"{n}={v}" for n, v in nostri.items()] + suoi)
        try:
            risposta, dati = self.oltre(percorso, corpo, inviate)
        except (OSError, http.client.HTTPException, ValueError):
            self.server.risposte["non inviabile"] += 1
            return self.rispondi(400, [], b"")
        self.server.risposte[risposta.status] += 1
        if risposta.status >= 500:
            self.server.guasti[f"{self.command} {percorso.split('?')[0]}"] += 1
        if self.command == "POST":
            self.conta(percorso.split("?")[0], risposta, falso, corpo or b"")
        esclusi = ("connection", "transfer-encoding", "content-length", "keep-alive")
        intestazioni = [(n, v) for n, v in risposta.getheaders() if n.lower() not in esclusi]
        return self.rispondi(risposta.status, intestazioni, dati)

    def conta(self, percorso, risposta, falso, corpo):
        modulo = next((m for m, forma in MODULI_MAPPATI.items() if forma.fullmatch(percorso)), None)
        if modulo is None:
            return
        conto = self.server.per_modulo[modulo]
        if falso:
            conto["con un gettone falso"] += 1
            if risposta.status != 403:
                self.server.gettoni_falsi_accettati[modulo] += 1
        elif b"_csrf" not in corpo and risposta.status == 403:
            # what the module xxe sends is no form
            conto["senza gettone"] += 1
        elif (risposta.getheader("Location") or "").startswith("/accesso"):
            conto["da accedere"] += 1
        else:
            conto[risposta.status] += 1
            nomi = re.findall(rb'(?:^|&)([^=&]+)=|form-data; name="([^"]+)"', corpo)
            if any(nome and nome != b"_csrf" for coppia in nomi for nome in coppia):
                self.server.con_campi.add(modulo)

    def oltre(self, percorso, corpo, intestazioni):
        for tentativo in (1, 2):
            if self.filo is None:
                self.filo = http.client.HTTPConnection("127.0.0.1", self.server.verso, timeout=30)
            try:
                self.filo.request(self.command, percorso, corpo, intestazioni)
                risposta = self.filo.getresponse()
                return risposta, risposta.read()
            except (OSError, http.client.HTTPException):
                # the server closes a connection after a request that it does not understand
                self.filo.close()
                self.filo = None
                if tentativo == 2:
                    raise

    def rispondi(self, stato, intestazioni, dati):
        with contextlib.suppress(OSError):
            self.send_response_only(stato)
            for nome, valore_ in intestazioni:
                self.send_header(nome, valore_)
            if stato not in (204, 304):
                self.send_header("Content-Length", str(len(dati)))
            self.end_headers()
            if self.command != "HEAD" and stato not in (204, 304):
                self.wfile.write(dati)


def come_un_browser(corpo):
    """A form with files as a browser sends it.

    Wapiti 3.0.4 sends every field of such a form as a file that is called as the field: for a server it is
    no field at all, token included, and whatever is in it gets 403. Its picture becomes a document.
    """
    corpo = re.sub(rb'(Content-Disposition: form-data; name="([^"\r\n]*)"); filename="\2"\r\n', rb"\1\r\n", corpo)
    corpo = corpo.replace(b'filename="pix.gif"\r\nContent-Type: image/gif' + FILE_DELLO_STRUMENTO,
                          b'filename="documento.pdf"\r\nContent-Type: application/pdf' + UN_PDF)
    return corpo.replace(FILE_DELLO_STRUMENTO, UN_PDF)


def gettone_falso(corpo):
    return re.search(rb'(?:^|&|name=")_csrf(?:=|"\r\n\r\n)' + GETTONE_FALSO + rb"(?:&|\r|$)", corpo) is not None


def con_gettone(corpo, cookie, codificato, semplice):
    """The cookie, and the form with the token that goes with it, unless the scanner has forged one."""
    falso = re.escape(GETTONE_FALSO)
    corpo = re.sub(rb"((?:^|&)_csrf=)(?!" + falso + rb"(?:&|$))[^&]*", lambda m: m.group(1) + codificato, corpo)
    corpo = re.sub(
        rb'(name="_csrf"\r\n\r\n)(?!' + falso + rb"\r\n)[^\r]*", lambda m: m.group(1) + semplice, corpo
    )
    return cookie, corpo


def in_json(percorso, campi):
    """Fields of a form as the engine's REST interface wants them."""
    if percorso.endswith(("/submit-form", "/complete")):
        return {"variables": {nome: {"value": dato} for nome, dato in campi}}
    return {nome: int(dato) if re.fullmatch(r"\d{1,9}", dato) else dato for nome, dato in campi}


def pagina_dei_moduli(moduli, gettone):
    righe = ["<!DOCTYPE html><html><head><title>Moduli</title></head><body>"]
    for azione, campi in moduli:
        con_file = FILE in campi.values()
        righe.append(f'<form method="post" action="{azione}"' + (' enctype="multipart/form-data">' if con_file else ">"))
        if not azione.startswith((IN_JSON, "/camunda/")):
            campi = {**campi, "_csrf": gettone}
        for nome, dato in campi.items():
            tipo = "file" if dato is FILE else "password" if nome == "password" else "text"
            righe.append(f'<input type="{tipo}" name="{nome}" value="{"" if dato is FILE else dato}">')
        righe.append('<input type="submit"></form>')
    righe.append("</body></html>")
    return "\n".join(righe).encode()


class Testimone(Silenzioso):
    """The address that the scanner asks the application to call. Nobody should."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Visita)
        self.chiamate = []
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def base(self):
        return f"http://127.0.0.1:{self.server_address[1]}/"


class Visita(http.server.BaseHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def do_GET(self):
        parti = self.path.strip("/").split("/")
        esito = {}
        if self.path.startswith("/get_"):
            # an XXE is told as any other call: the scanner would want more than we record
            for visto in self.server.chiamate:
                if self.path.startswith("/get_ssrf") and len(visto) == 4 and visto[0] == "ssrf":
                    esito.setdefault(visto[2], {}).setdefault(visto[3], []).append(
                        {"url": "/".join(visto), "date": "", "ip": "127.0.0.1", "method": "GET", "size": 0}
                    )
        else:
            self.server.chiamate.append(parti)
        dati = json.dumps(esito).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(dati)))
        self.end_headers()
        self.wfile.write(dati)


# ---------------------------------------------------------------- Wapiti


def wapiti(nome, varco, testimone, partenze, moduli, radice="/", per_modulo=PER_MODULO):
    """One run; gives back its findings."""
    cartella = USCITA / nome
    cartella.mkdir(parents=True)
    elenco = cartella / "indirizzi.txt"
    elenco.write_text("".join(varco.base + p + "\n" for p in partenze), encoding="utf-8")
    rapporto = cartella / "rapporto.json"
    comando = [
        "wapiti", "-u", varco.base + radice, "-s", str(elenco), "--scope", "domain", "-m", moduli,
        "--max-scan-time", str(PER_VISITA), "--max-attack-time", str(per_modulo), "--max-links-per-page", "60",
        # whatever the scanner writes in the token, the gateway puts the right one
        "--skip", "_csrf", "--endpoint", testimone.base, "--no-bugreport", "--store-session", str(cartella / "sessione"),
        "-t", "20", "-v", "1", "-f", "json", "-o", str(rapporto),
    ]
    inizio = time.monotonic()
    with open(cartella / "wapiti.log", "wb") as log:
        # English messages, and no way out of this machine
        ambiente = {**os.environ, **SENZA_RETE, "LANGUAGE": "en", "LC_ALL": "C.UTF-8", "PYTHONIOENCODING": "utf-8"}
        try:
            esito = subprocess.run(comando, stdout=log, stderr=subprocess.STDOUT, env=ambiente, timeout=TETTO)
        except subprocess.TimeoutExpired as lento:
            raise Ferma(f"wapiti non ha finito in {TETTO} secondi: {cartella / 'wapiti.log'}") from lento
    if esito.returncode or not rapporto.exists():
        raise Ferma(f"wapiti non ha finito: {cartella / 'wapiti.log'}")
    letto = json.loads(rapporto.read_text(encoding="utf-8"))
    trovati = []
    for gruppo in ("vulnerabilities", "anomalies"):
        for categoria, casi in letto[gruppo].items():
            for caso in casi:
                trovati.append(
                    {
                        "parte": nome,
                        "categoria": categoria,
                        "livello": int(caso["level"]),
                        "metodo": caso["method"],
                        "percorso": caso["path"],
                        "parametro": caso["parameter"] or "",
                        "descrizione": caso["info"],
                        "rimedio": letto["classifications"].get(categoria, {}).get("sol", ""),
                        "prova": caso["curl_command"],
                    }
                )
    visti = len(re.findall(r"^\[\+\]", (cartella / "wapiti.log").read_text(encoding="utf-8"), re.M))
    print(f"  {nome}: {time.monotonic() - inizio:.0f} s, {visti} bersagli, {len(trovati)} segnalazioni", flush=True)
    return trovati


def verifica_che_veda(testimone):
    """The scanner against the planted faults: one that finds nothing there proves nothing elsewhere."""
    server = bersaglio.avvia()
    varco = Varco(server.server_address[1])
    segnalati = wapiti("bersaglio", varco, testimone, ["/"], MODULI, per_modulo=PER_BERSAGLIO)
    trovati = {t["categoria"] for t in segnalati}
    nel_modulo_con_file = {t["categoria"] for t in segnalati if t["percorso"] == bersaglio.CON_FILE}
    server.shutdown()
    varco.shutdown()
    testimone.chiamate.clear()
    mancano = bersaglio.DA_TROVARE - trovati
    if mancano:
        raise Ferma("Lo strumento non vede i difetti messi apposta: " + ", ".join(sorted(mancano)))
    if "Cross Site Scripting" not in nel_modulo_con_file:
        raise Ferma("Lo strumento non vede il difetto messo apposta nel modulo con un file")
    if "Cross Site Request Forgery" in nel_modulo_con_file:
        raise Ferma("Lo strumento vede un difetto che il modulo con un file non ha")
    altri = len(trovati - bersaglio.DA_TROVARE)
    print(f"  visti tutti i {len(bersaglio.DA_TROVARE)} difetti messi apposta, e {altri} altri")


# ---------------------------------------------------------------- the parts of the application


def pubbliche(avviso, personale):
    # forms first: the visit may be cut short
    return [
        f"/avvisi/{avviso}/domanda", personale, f"{personale}/ritiro", "/", "/accessibilita",
        "/informativa", "/dati-aperti", "/dati-aperti/cicli.csv", "/avvisi", "/avvisi.json",
        "/avvisi?stato=chiusi&cerca=tavoli", f"/avvisi/{avviso}",
        f"/avvisi/{avviso}/avviso.pdf", f"/avvisi/{avviso}/calendario.ics", f"/avvisi/{avviso}/conclusione/1",
        f"{personale}/ricevuta.pdf",
        "/manuale", "/manuale?cerca=avviso", "/manuale/per-cominciare", "/manuale/completo",
        "/manuale/compiti/UserTask_RedigereAvviso", "/accesso", "/accesso/non-riuscito?motivo=x", "/actuator/health",
        "/posto/non-esiste", "/comunicazioni/non-esiste",
    ]


def delle_pagine(applicazione, utente):
    """Addresses of the offices' pages that need no id, and those of the demonstration's own plan."""
    tabella = (RADICE / "src/main/resources/accesso/percorsi.yaml").read_text(encoding="utf-8")
    pagine = tabella.split("\nmotore:")[0].split("\noperazioni:")[0]
    valori = {"{codiceAmbito}": "50084", "{pianoId}": "1", "{anno}": "2026", "{triennio}": "2025-2027"}
    for lettura in re.findall(r"- GET (/\S+)", pagine):
        for nome, dato in valori.items():
            lettura = lettura.replace(nome, dato)
        if not re.search(r"[{*]", lettura) and lettura not in ("/accesso/esci", "/error"):
            yield lettura
    yield "/registro?piano=50084/2025-2027&persona=udp&cosa=avviso&dal=2024-01-01&al=2026-12-31"
    yield "/monitoraggio?triennio=2025-2027&ats=&ordine=ambito"
    yield "/amministrazione/persona?email=ente@prova.example"
    yield "/fascicolo/1?cerca=avviso&tipo=AVVISO"
    yield "/protocollo/50084/2024/1"
    yield "/ufficio/domande/1"
    yield "/ufficio/posta/1"
    for compito in applicazione.rest(utente, "/task?maxResults=3"):
        yield "/fascicolo/compiti/" + compito["id"]
        yield "/ufficio/posta/compito/" + compito["id"]


def delle_api():
    return [
        "/api/v1/monitoraggio/ambiti?triennio=2025-2027&ats=1&asst=1&ambito=50084&fase=1&formato=csv",
        "/api/v1/monitoraggio/ambiti?triennio=2025-2027",
        "/api/v1/monitoraggio/scadenze?triennio=2025-2027&giorni=90",
        "/api/v1/monitoraggio/cicli?triennio=2025-2027",
        "/api/v1/openapi",
        "/api/v1/openapi.yaml",
        "/api/v1/inesistente?x=1",
        "/avvisi.json?stato=aperti&cerca=x",
    ]


def del_motore(applicazione, utente):
    """What reads the engine over REST: every line of the table that needs no id, and searches."""
    tabella = (RADICE / "src/main/resources/accesso/percorsi.yaml").read_text(encoding="utf-8")
    for lettura in re.findall(r"- GET (/\S+)", tabella.split("\nmotore:")[1].split("- chi: [camunda-admin]")[0]):
        if "{" not in lettura:
            yield "/engine-rest" + lettura
    compito = applicazione.rest(utente, "/task?maxResults=1")[0]
    yield f"/engine-rest/task/{compito['id']}"
    yield f"/engine-rest/task/{compito['id']}/form-variables?variableNames=titolo&deserializeValues=false"
    yield f"/engine-rest/process-definition/{compito['processDefinitionId']}/xml"
    yield "/engine-rest/task?taskDefinitionKey=x&nameLike=x&sortBy=dueDate&sortOrder=asc&maxResults=5"
    yield "/engine-rest/process-instance?businessKey=x&variables=x_eq_y&maxResults=5"
    yield "/engine-rest/history/process-instance?startedBy=udp&startedAfter=2024-01-01T00:00:00.000%2B0100&maxResults=5"
    yield "/engine-rest/user?firstNameLike=x&maxResults=5"


def moduli_json(applicazione):
    aperto = applicazione.rest("udp", "/task?maxResults=1")[0]["id"]
    return [
        (f"{IN_JSON}/engine-rest/task/{aperto}/submit-form", {"esito": "x", "titolo": "x", "note": "x"}),
        (f"{IN_JSON}/engine-rest/task/{aperto}/comment/create", {"message": "una nota"}),
        (f"{IN_JSON}/engine-rest/task", {"nameLike": "x", "maxResults": "5"}),
        (f"{IN_JSON}/engine-rest/process-instance", {"businessKeyLike": "x", "processDefinitionKey": "x"}),
        (f"{IN_JSON}/engine-rest/history/variable-instance", {"variableName": "x", "variableValue": "x"}),
        (f"{IN_JSON}/engine-rest/process-definition/key/AvvioTriennio/submit-form", {"triennio": "x"}),
    ]


MODULI_DI_ACCESSO = [
    (f"/camunda/api/admin/auth/user/default/login/{nome}", {"username": "nessuno", "password": "niente"})
    for nome in ("tasklist", "cockpit", "admin", "welcome")
]


#: pages with forms that are open from the first day
MODULI_DEGLI_UFFICI = {
    "udp": ["/assemblea/regolamento/50084", "/fascicolo/1", "/protocollo/50084/2024/1", "/ufficio/domande/1"],
    "regione": ["/monitoraggio/importa", "/ufficio/premialita/riconciliazione"],
    "admin": ["/amministrazione/incarichi", "/amministrazione/persona"],
}
#: forms that a page shows only at times: each has a part of its own, or the large ones take its time
MODULI_DI_RADO = [
    ("udp", "/ufficio/posta/1/invia", {"email": "ente@prova.example"}),
    ("admin", "/amministrazione/incarichi/1/revoca", {}),
    ("admin", "/amministrazione/persona/dati.json", {"chi": "ente@prova.example"}),
]


class Giro:
    """The parts one after the other, and what came of them."""

    def __init__(self, testimone):
        self.testimone = testimone
        self.varco = Varco(PORTA)
        self.trovati = []
        self.mute = []

    def parte(
        self,
        nome,
        partenze,
        moduli=MODULI,
        intestazioni=None,
        cookie=None,
        a_mano=(),
        esclusi=(),
        soli=(),
        radice="/",
        freno=False,
        per_modulo=PER_MODULO,
        almeno=100,
    ):
        varco = self.varco
        varco.intestazioni, varco.cookie = intestazioni or {}, cookie or {}
        varco.moduli, varco.esclusi, varco.soli = list(a_mano), tuple(esclusi), tuple(soli)
        varco.risposte.clear()
        trovati = wapiti(nome, varco, self.testimone, list(partenze), moduli, radice, per_modulo)
        # a page of this part may show a form of another: to it the gateway answers, not the application
        altrove = [t for t in trovati if not varco.lascia_passare(t["percorso"])]
        self.trovati.extend(t for t in trovati if t not in altrove)
        if altrove:
            print(f"    {len(altrove)} segnalazioni su indirizzi di altre parti, che l'applicazione non ha visto", flush=True)
        quante = sum(varco.risposte.values())
        elenco = ", ".join(f"{n} con {s}" for s, n in sorted(varco.risposte.items(), key=str))
        print(f"    {quante} risposte: {elenco}", flush=True)
        buone = sum(n for s, n in varco.risposte.items() if isinstance(s, int) and (s < 400 or s in LETTO))
        if varco.risposte[429] and not freno:
            self.mute.append(f"{nome}: {varco.risposte[429]} volte 429")
        if quante < almeno or not freno and nome != "programmi anonimi" and buone * 10 < quante:
            self.mute.append(f"{nome}: solo {buone} risposte buone su {quante}")

    def avviso(self, applicazione):
        """The notice is published; bodies apply, complete, observe, withdraw. Then all the rest."""
        avviso = applicazione.pubblica()
        da_integrare = applicazione.istruisci(avviso, "DA_INTEGRARE")
        preavvisata = applicazione.istruisci(avviso, "NEGATIVA")
        personale = applicazione.domanda(avviso, CODICI_FISCALI[""])
        bozza = applicazione.bozza(avviso)
        area = applicazione.area(avviso)
        self.varco.gettone = applicazione.gettone(avviso)
        parte = self.parte

        modulo = f"/avvisi/{avviso}/domanda"
        salvata = {"azione": "salva", "denominazione": "Ente", "datiOfferti": "dati", "allegati": FILE}
        adesione = {"persona": "x", "ruolo": "x", "impegni": "x", "risorse": "x"}
        # before anybody withdraws them
        parte("moduli pubblici", [MODULI_A_MANO, da_integrare, preavvisata],
              a_mano=[(personale + "/adesione", adesione)],
              soli=[MODULI_A_MANO, da_integrare, preavvisata, personale + "/adesione"],
              esclusi=[da_integrare + "/ritiro", preavvisata + "/ritiro"], radice=da_integrare,
              per_modulo=PER_I_MODULI)
        # its many fields would take all the time of the others
        parte("domanda", [MODULI_A_MANO, modulo], a_mano=[(bozza, salvata)], soli=[MODULI_A_MANO, modulo],
              radice=modulo)
        # each of them is a procedure, a letter and a receipt: not by the thousand
        buona = {**una_domanda(area, "80000000044"), "ancheSeDoppia": "true"}
        parte("domande accettate", [MODULI_A_MANO], "csrf,xss,permanentxss", a_mano=[(modulo, buona)],
              soli=[MODULI_A_MANO, modulo, "/partecipazione/"], radice=personale)
        parte("pubblico", pubbliche(avviso, personale), esclusi=["/camunda/", "/accesso/esci", "/demo", "/posta"])
        parte("programmi anonimi", itertools.chain(delle_api(), del_motore(applicazione, "udp")), SENZA_MODULI_HTML,
              radice="/api/v1/monitoraggio/ambiti")
        parte("programmi, regione", delle_api(), SENZA_MODULI_HTML, {"Authorization": basic("regione")},
              radice="/api/v1/monitoraggio/ambiti")
        parte("motore, ufficio", [MODULI_A_MANO, *del_motore(applicazione, "udp")], SENZA_MODULI_HTML,
              {"Authorization": basic("udp")}, a_mano=moduli_json(applicazione), radice="/engine-rest/engine")
        for utente in ("udp", "regione"):
            self.uffici(applicazione, utente)
        for utente, pagine in MODULI_DEGLI_UFFICI.items():
            parte(f"moduli degli uffici, {utente}", pagine, cookie=applicazione.accedi(utente), soli=pagine,
                  radice=pagine[0])
        for utente, indirizzo, campi in MODULI_DI_RADO:
            parte(f"modulo {indirizzo}, {utente}", [MODULI_A_MANO], cookie=applicazione.accedi(utente),
                  a_mano=[(indirizzo, campi)], soli=[MODULI_A_MANO, indirizzo], radice=MODULI_A_MANO, almeno=1)
        sessione = applicazione.accedi("udp")
        token = {"X-XSRF-TOKEN": sessione["XSRF-TOKEN"]}
        applicazioni = [f"/camunda/app/{nome}/default/" for nome in ("tasklist", "cockpit", "admin", "welcome")]
        # whoever tries passwords is slowed down: 429 is the right answer here
        parte("accesso", [MODULI_A_MANO, *applicazioni], SENZA_MODULI_HTML, token,
              {"XSRF-TOKEN": sessione["XSRF-TOKEN"]}, MODULI_DI_ACCESSO, radice="/camunda/app/tasklist/default/",
              freno=True)
        # the last, because it moves the clock
        parte("dimostrazione", ["/demo", MODULI_A_MANO, "/posta", "/posta/1", "/api/demo/orologio"],
              a_mano=[("/posta/1/invia", {})], soli=["/demo", MODULI_A_MANO, "/posta", "/api/demo"], radice="/posta")

    def tavoli(self, applicazione):
        """The tavoli are convened, the minutes of one meeting are open to remarks."""
        posto = applicazione.tavoli()
        comunicazioni = applicazione.collegamento(r"/comunicazioni/[\w-]{43}")
        self.varco.gettone = applicazione.gettone(applicazione.avviso())
        self.parte("posto al tavolo", [MODULI_A_MANO, posto, comunicazioni],
                   a_mano=[(f"{comunicazioni}/{scelta}", {"List-Unsubscribe": "One-Click"})
                           for scelta in ("rinuncia", "ripresa", "rinuncia-immediata")],
                   soli=[MODULI_A_MANO, "/posto/", "/comunicazioni/"], radice=posto, per_modulo=PER_I_MODULI)

    def uffici(self, applicazione, utente):
        self.parte(f"pagine degli uffici, {utente}", delle_pagine(applicazione, utente),
                   cookie=applicazione.accedi(utente),
                   esclusi=["/camunda/", "/accesso", "/manuale/", "/posta", "/demo"], radice="/registro")


TAPPE = {"avviso": Giro.avviso, "tavoli": Giro.tavoli}


def scansiona(testimone, tappe):
    giro = Giro(testimone)
    for tappa in tappe:
        print(f"Tappa «{tappa}»:", flush=True)
        with tempfile.TemporaryDirectory(prefix="scansione") as cartella:
            applicazione = Applicazione(Path(cartella))
            try:
                TAPPE[tappa](giro, applicazione)
            finally:
                applicazione.ferma()
                shutil.copy(Path(cartella) / "applicazione.log", USCITA / f"applicazione-{tappa}.log")
    varco, trovati = giro.varco, giro.trovati
    if testimone.chiamate:
        trovati.append(
            {
                "parte": "tutte", "categoria": "Server Side Request Forgery", "livello": 4, "metodo": "GET",
                "percorso": "/".join(testimone.chiamate[0]), "parametro": "",
                "descrizione": "L'applicazione ha chiamato l'indirizzo scritto dallo strumento",
                "rimedio": "Non chiamare indirizzi che arrivano da fuori", "prova": "",
            }
        )
    for modulo, quanti in varco.gettoni_falsi_accettati.items():
        # mail programs have no token to send (RFC 8058)
        if not modulo.endswith("/rinuncia-immediata"):
            trovati.append(
                {
                    "parte": "tutte", "categoria": "Cross Site Request Forgery", "livello": 2, "metodo": "POST",
                    "percorso": modulo, "parametro": "_csrf",
                    "descrizione": f"Un gettone inventato non è stato rifiutato {quanti} volte",
                    "rimedio": "Rifiutare con 403 il modulo senza il gettone giusto", "prova": "",
                }
            )
    return giro


def moduli_attaccati(varco):
    """One line for each form, and those that were never really reached."""
    righe, mancano = [], []
    for modulo in MODULI_MAPPATI:
        risposte = varco.per_modulo[modulo]
        letti = sum(n for stato, n in risposte.items() if stato in LETTO)
        dettaglio = ", ".join(f"{n} con {stato}" for stato, n in sorted(risposte.items(), key=str) if stato in LETTO)
        altri = ", ".join(f"{n} {stato}" for stato, n in sorted(risposte.items(), key=str) if stato not in LETTO)
        righe.append(f"  POST {modulo}: {letti} letti" + (f" ({dettaglio})" if dettaglio else "")
                     + (f"; non letti: {altri}" if altri else ""))
        # in a form that is only a button there is nothing to write
        if letti < (ALMENO if modulo in varco.con_campi else 1) and not modulo.startswith(PIU_AVANTI):
            mancano.append(modulo)
    return righe, mancano


# ---------------------------------------------------------------- outcome


def giudica(trovati):
    """Splits the findings above low in open and accepted ones; tells which exceptions were not met."""
    eccezioni = json.loads((Path(__file__).parent / "eccezioni.json").read_text(encoding="utf-8"))
    usate, aperti, accettati = set(), [], []
    for trovato in trovati:
        if trovato["livello"] <= BASSO:
            continue
        numero = next(
            (
                i
                for i, e in enumerate(eccezioni)
                if e["categoria"] == trovato["categoria"]
                and re.fullmatch(e["metodo"], trovato["metodo"])
                and re.fullmatch(e["percorso"], trovato["percorso"])
            ),
            None,
        )
        if numero is None:
            aperti.append(trovato)
        else:
            usate.add(numero)
            accettati.append(trovato)
    return aperti, accettati, [e for i, e in enumerate(eccezioni) if i not in usate], eccezioni


def racconta(trovati):
    """One line for each kind of finding in a place, with how many times it came."""
    gruppi = collections.OrderedDict()
    for t in trovati:
        gruppi.setdefault((t["livello"], t["categoria"], t["metodo"], t["percorso"]), []).append(t)
    righe = []
    for (livello, categoria, metodo, percorso), casi in sorted(gruppi.items(), key=lambda g: -g[0][0]):
        primo = casi[0]
        parametri = ", ".join(sorted({c["parametro"] for c in casi if c["parametro"]}))
        dove = f"{metodo} {percorso} ({len(casi)} volte, parte «{primo['parte']}»)"
        righe.append(f"[{LIVELLI[livello]}] {categoria}: {dove}")
        if parametri:
            righe.append(f"    parametri: {parametri}")
        righe.append(f"    {primo['descrizione']}")
        righe.append(f"    rimedio: {' '.join(primo['rimedio'].split())}")
        righe.append(f"    prova: {primo['prova'][:300]}")
    return righe


def main():
    tappe = os.environ.get("TAPPE", ",".join(TAPPE)).split(",")
    if not set(tappe) <= set(TAPPE):
        raise Ferma(f"TAPPE: {', '.join(tappe)}; si accettano {', '.join(TAPPE)}")
    if not shutil.which("wapiti"):
        raise Ferma("Manca wapiti: apt-get install wapiti")
    if not JAR.exists():
        raise Ferma(f"Manca {JAR}: prima ./mvnw -DskipTests package")
    shutil.rmtree(USCITA, ignore_errors=True)
    USCITA.mkdir(parents=True)
    inizio = time.monotonic()
    testimone = Testimone()
    print("Lo strumento vede?", flush=True)
    verifica_che_veda(testimone)
    if "--solo-verifica" in sys.argv[1:]:
        return 0
    giro = scansiona(testimone, tappe)
    trovati, mute, guasti = giro.trovati, giro.mute, giro.varco.guasti
    attaccati, mancano = moduli_attaccati(giro.varco)
    aperti, accettati, non_incontrate, eccezioni = giudica(trovati)
    bassi = [t for t in trovati if t["livello"] <= BASSO]
    righe = [f"Sopra il livello basso, da rimediare: {len(aperti)}", *racconta(aperti)]
    righe += [f"Sopra il livello basso, accettate con una ragione: {len(accettati)}", *racconta(accettati)]
    righe += [f"Basse o di sola informazione: {len(bassi)}", *racconta(bassi)]
    righe += [f"Eccezione non incontrata: {e['categoria']} {e['percorso']}" for e in non_incontrate]
    righe += [f"Errore 5xx: {dove} ({quante} volte)" for dove, quante in guasti.most_common()]
    righe += [f"Parte non vista: {m}" for m in mute]
    righe += ["Moduli, e quante richieste ne ha letto l'applicazione:", *attaccati]
    righe += [f"Modulo mai attaccato davvero: POST {m}" for m in mancano]
    righe.append(f"Durata: {time.monotonic() - inizio:.0f} s")
    (USCITA / "esito.txt").write_text("\n".join(righe) + "\n", encoding="utf-8")
    print("\n".join(righe))
    # the engine answers 500 to some searches that make no sense; our own pages never do
    nostri = [dove for dove in guasti if not dove.split(" ")[1].startswith(("/engine-rest", "/camunda"))]
    return 1 if aperti or mute or nostri or mancano else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Ferma as perche:
        print(perche, file=sys.stderr)
        sys.exit(2)
