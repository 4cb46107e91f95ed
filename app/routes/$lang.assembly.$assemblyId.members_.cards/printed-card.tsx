import { useT } from "~/app/i18n/use-t";

export interface PrintedCardProps {
  readonly card: {
    readonly name: string;
    readonly seat: number | null;
    readonly code: string;
    readonly qr: { readonly size: number; readonly path: string };
  };
  readonly title: string;
  readonly contact: { readonly name: string; readonly phone: string };
  readonly address: string;
}

/** One card, about 9 by 6 cm on paper; dark on white whatever the theme, so that phones read it. */
export function PrintedCard({ card, title, contact, address }: PrintedCardProps) {
  const t = useT("member");
  const { size, path } = card.qr;
  return (
    <li className="break-inside-avoid rounded-m border border-dashed border-[#555] bg-[#fff] p-4 text-[#111]">
      <p className="text-s">
        {t("cards.heading")} · {title}
      </p>
      <div className="flex flex-wrap items-center gap-4">
        <svg
          viewBox={`0 0 ${size} ${size}`}
          className="size-28 shrink-0"
          role="img"
          aria-label={t("cards.picture", { name: card.name })}
          shapeRendering="crispEdges"
        >
          <rect width={size} height={size} fill="#fff" />
          <path d={path} fill="#000" />
        </svg>
        <div className="min-w-0">
          <h2 className="text-l/7 text-[#111]">{card.name}</h2>
          {card.seat !== null && <p>{t("cards.seat", { seat: card.seat })}</p>}
          <p className="tabular-nums mt-2 text-l/7 font-bold whitespace-nowrap">{card.code}</p>
        </div>
      </div>
      <p className="text-s mt-2">{t("cards.how", { address })}</p>
      {contact.phone && <p className="text-s">{t("cards.help", { name: contact.name, phone: contact.phone })}</p>}
    </li>
  );
}
