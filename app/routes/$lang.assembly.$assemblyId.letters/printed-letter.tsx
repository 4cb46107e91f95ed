import { When } from "~/app/components/time/when";
import { useT } from "~/app/i18n/use-t";

export interface PrintedLetterProps {
  readonly letter: {
    readonly name: string;
    readonly code: string;
    readonly deadlineMs: number | null;
    readonly qr: { readonly size: number; readonly path: string };
  };
  readonly page: {
    readonly title: string;
    readonly question: string;
    readonly organisation: string;
    readonly timeZone: string;
    readonly address: string;
    readonly contact: { readonly name: string; readonly phone: string; readonly email: string };
  };
}

/** One letter, one page; dark on white whatever the theme, so that phones read the code. */
export function PrintedLetter({ letter, page }: PrintedLetterProps) {
  const t = useT("invite");
  const { title, question, organisation, timeZone, contact } = page;
  const { name, deadlineMs } = letter;
  return (
    <article className="letter rounded-m border border-line bg-[#fff] p-10 text-[#111]">
      <p className="text-[#444]">{organisation}</p>
      <p className="mt-10">{t("letters.dear", { name })}</p>
      <p className="mt-4">
        {organisation
          ? t("letters.drawn", { organisation, assembly: title })
          : t("letters.drawnPlain", { assembly: title })}
      </p>
      <p className="mt-4">{t("letters.question")}</p>
      <p className="font-title text-l/7 font-bold text-[#111]">{question}</p>
      <p className="mt-6">
        {deadlineMs === null ? (
          t("letters.answerOpen")
        ) : (
          <>
            {t("letters.answer")} <strong>{<When at={deadlineMs} timeZone={timeZone} as="date-time" />}</strong>
          </>
        )}
      </p>
      <WaysToAnswer letter={letter} page={page} />
      <p className="mt-6">{t("letters.free")}</p>
      <p className="mt-8">
        {t("letters.signature")}
        <br />
        {contact.name}
        {contact.email && <span className="block">{contact.email}</span>}
      </p>
    </article>
  );
}

function WaysToAnswer({ letter: { name, code, qr }, page: { address, contact } }: PrintedLetterProps) {
  const t = useT("invite");
  return (
    <div className="mt-4 flex flex-wrap items-center gap-8">
      <svg
        viewBox={`0 0 ${qr.size} ${qr.size}`}
        className="size-44 shrink-0"
        role="img"
        aria-label={t("letters.qrLabel", { name })}
        shapeRendering="crispEdges"
      >
        <rect width={qr.size} height={qr.size} fill="#fff" />
        <path d={qr.path} fill="#000" />
      </svg>
      <div className="min-w-60 flex-1">
        <p>{t("letters.scan")}</p>
        <p className="mt-2">{t("letters.type", { address: address.replace(/^https?:\/\//, "") })}</p>
        <p className="tabular-nums text-[1.875rem]/9 font-bold tracking-wider">{code}</p>
        {contact.phone && <p className="mt-2">{t("letters.phone", { name: contact.name, phone: contact.phone })}</p>}
      </div>
    </div>
  );
}
