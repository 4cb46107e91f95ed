/** Why a mail was not taken, as far as a person can do something about it. */
export type MailTrouble =
  | "address-malformed"
  | "address-unknown"
  | "domain-unknown"
  | "mailbox-full"
  | "unwanted"
  | "server-busy"
  | "server-unreachable"
  | "sender-refused"
  | "too-late"
  | "other";

/** What became of a mail, as it is said beside the person. Instants in ms; `answer` is the server's number, never an address. */
export type MailFate =
  | { readonly kind: "waiting" | "kept" | "dropped" }
  | { readonly kind: "sent"; readonly atMs: number }
  | { readonly kind: "again"; readonly atMs: number; readonly trouble: MailTrouble; readonly answer: string }
  | { readonly kind: "refused"; readonly trouble: MailTrouble; readonly answer: string };

/** A mail as it is kept; `error` is a code of ours with the server's numbers: "EENVELOPE 550 5.1.1". */
export interface KeptMail {
  readonly state: "waiting" | "sent" | "failed" | "kept" | "dropped";
  readonly sentAt: Date | null;
  readonly dueAt: Date;
  readonly error: string | null;
}

export function mailFate({ state, sentAt, dueAt, error }: KeptMail): MailFate {
  if (state === "kept" || state === "dropped") return { kind: state };
  if (state === "sent") return { kind: "sent", atMs: (sentAt ?? dueAt).getTime() };
  if (state === "waiting" && error === null) return { kind: "waiting" };
  const why = { trouble: mailTrouble(error ?? ""), answer: serverAnswer(error ?? "") };
  return state === "failed" ? { kind: "refused", ...why } : { kind: "again", atMs: dueAt.getTime(), ...why };
}

/** What the server's numbers mean: RFC 3463 first (5.1.1), else RFC 5321 §4.2.3 (550). */
export function mailTrouble(error: string): MailTrouble {
  const [kind = "", ...numbers] = error.split(" ");
  if (kind === "over") return "too-late";
  if (kind === "ESENDER" || kind === "EAUTH") return "sender-refused";
  const status = numbers.find((one) => /^[45]\.\d+\.\d+$/.test(one));
  const byStatus = status === undefined ? undefined : statusTrouble(status);
  if (byStatus) return byStatus;
  const reply = numbers.find((one) => /^[45]\d\d$/.test(one));
  if (reply !== undefined) return replyTrouble(reply);
  if (kind === "EENVELOPE") return "address-malformed";
  return /^E(CONNECTION|TIMEDOUT|DNS|SOCKET|PROTOCOL|TLS)$/.test(kind) ? "server-unreachable" : "other";
}

function statusTrouble(status: string): MailTrouble | undefined {
  const [klass, subject, detail] = status.split(".");
  // For now only: the same server may take it in an hour, whatever it says of the mailbox.
  if (klass === "4") return subject === "2" && detail === "2" ? "mailbox-full" : "server-busy";
  if (subject === "1") {
    if (detail === "2") return "domain-unknown";
    return detail === "3"
      ? "address-malformed"
      : detail === "7" || detail === "8"
        ? "sender-refused"
        : "address-unknown";
  }
  if (subject === "2") return detail === "2" ? "mailbox-full" : "address-unknown";
  if (subject === "4") return detail === "4" ? "domain-unknown" : "server-busy";
  return subject === "7" ? "unwanted" : undefined;
}

function replyTrouble(reply: string): MailTrouble {
  if (reply === "552" || reply === "452") return "mailbox-full";
  if (reply.startsWith("4")) return "server-busy";
  if (reply === "554" || reply === "571") return "unwanted";
  return ["550", "551", "553", "501"].includes(reply) ? "address-unknown" : "other";
}

function serverAnswer(error: string): string {
  return error.split(" ").slice(1).join(" ");
}
