"""A real SMTP server on loopback for tests (aiosmtpd). Prints its port (--port, or a spare one), serves until it is killed.

--mode   accept       takes everything
         refuse-some  answers 550 to recipients whose name begins with "refused"
         busy-domain  answers 451 to every recipient at busy.example, takes everything else
         later-once   answers 451 to the first mail for each recipient, then takes it
         hang         greets and never answers again
         slow-once    keeps the first recipient waiting for a second, then takes everything
         closes       takes everything and closes the connection after each mail
         ascii        takes everything, and no address beyond ASCII (no SMTPUTF8)
         starttls     offers STARTTLS and insists on it        (needs --certificate, --key)
         tls          speaks TLS from the first byte           (needs --certificate, --key)
         auth         insists on the login user / p@ss word
--mails  folder for what it takes, one .eml file each, below two lines of our own: X-Rcpt has the
         recipients of the session, X-Connection the number of the connection
"""
import argparse, asyncio, itertools, logging, pathlib, ssl, warnings
from aiosmtpd.smtp import SMTP, AuthResult

options = argparse.ArgumentParser()
options.add_argument("--mode", required=True)
options.add_argument("--mails", required=True)
options.add_argument("--certificate")
options.add_argument("--key")
options.add_argument("--port", type=int, default=0)
args = options.parse_args()
# What a client does wrong on purpose is no news.
logging.getLogger("mail.log").setLevel(logging.CRITICAL)
warnings.simplefilter("ignore")
numbers, connections = itertools.count(1), itertools.count(1)


class Handler:
    def __init__(self):
        self.seen = set()

    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        if args.mode == "refuse-some" and address.startswith("refused"):
            return f"550 5.1.1 <{address}> no such user here"
        if args.mode == "busy-domain" and address.endswith("@busy.example"):
            return "451 4.7.0 too many at once, come back later"
        if args.mode == "slow-once" and not self.seen:
            self.seen.add(address)
            await asyncio.sleep(1)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if args.mode == "later-once" and envelope.rcpt_tos[0] not in self.seen:
            self.seen.add(envelope.rcpt_tos[0])
            return "451 4.7.1 come back later"
        name = pathlib.Path(args.mails) / f"{next(numbers):06}.eml"
        part = name.with_suffix(".part")
        ours = f"X-Rcpt: {', '.join(envelope.rcpt_tos)}\r\nX-Connection: {server.number}\r\n"
        part.write_bytes(ours.encode() + envelope.original_content)
        part.rename(name)
        if args.mode == "closes":
            asyncio.get_running_loop().call_later(0.05, server.transport.close)
        return "250 2.0.0 taken"


def login(server, session, envelope, mechanism, data):
    right = data.login == b"user" and data.password == b"p@ss word"
    # Not handled: the server itself answers 535.
    return AuthResult(success=right, handled=False)


async def hang(reader, writer):
    writer.write(b"220 here, and then silent\r\n")
    await writer.drain()
    await asyncio.sleep(3600)


async def main():
    pathlib.Path(args.mails).mkdir(parents=True, exist_ok=True)
    handler, context = Handler(), None
    if args.certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(args.certificate, args.key)

    def smtp():
        kept = {"enable_SMTPUTF8": args.mode != "ascii", "hostname": "localhost"}
        if args.mode == "starttls":
            kept |= {"tls_context": context, "require_starttls": True}
        if args.mode == "auth":
            kept |= {"authenticator": login, "auth_required": True, "auth_require_tls": False}
        server = SMTP(handler, **kept)
        server.number = next(connections)
        return server

    loop = asyncio.get_running_loop()
    if args.mode == "hang":
        server = await asyncio.start_server(hang, "127.0.0.1", args.port)
    else:
        tls = context if args.mode == "tls" else None
        server = await loop.create_server(smtp, "127.0.0.1", args.port, ssl=tls)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(main())
