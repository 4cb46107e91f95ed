/** The text of a mail: its paragraphs, and its links as links. */
export function MailBody({ text }: { readonly text: string }) {
  const paragraphs = text
    .trim()
    .split(/\n{2,}/)
    .map((paragraph, at) => ({ key: `p${at}`, paragraph }));
  return (
    <div className="stack-2">
      {paragraphs.map(({ key, paragraph }) => (
        <p key={key} className="whitespace-pre-line wrap-anywhere">
          {/^https?:\/\/\S+$/.test(paragraph) ? <a href={paragraph}>{paragraph}</a> : paragraph}
        </p>
      ))}
    </div>
  );
}
