import { membershipIn } from "~/app/domain/assembly/actor";
import { permits } from "~/app/domain/assembly/permits";
import type { AssemblyId, QuestionId } from "~/app/domain/kernel/ids";
import type { Locale } from "~/app/domain/kernel/locale";
import { accept, type Result } from "~/app/domain/kernel/result";
import { bySupport } from "~/app/domain/learning/question";
import { listQuestions, listSupported } from "~/db/repositories/question";
import type { Caller } from "../../context";
import { authorise } from "../../kernel/authorise";

export interface ShownQuestion {
  readonly id: QuestionId;
  readonly text: string;
  readonly language: Locale;
  readonly askedByName: string;
  readonly askedAtMs: number;
  readonly support: number;
  readonly supported: boolean;
  readonly own: boolean;
  readonly answer: { readonly text: string; readonly byName: string; readonly atMs: number } | null;
}

export interface QuestionList {
  /** The most supported first. */
  readonly waiting: readonly ShownQuestion[];
  readonly answered: readonly ShownQuestion[];
  readonly mayAsk: boolean;
  readonly mayAnswer: boolean;
}

/** The questions to experts: those without an answer, and those with one. */
export async function questionList(
  { app, actor }: Caller,
  { assemblyId }: { readonly assemblyId: AssemblyId },
): Promise<Result<QuestionList>> {
  const db = app.stores.main;
  const authorised = await authorise(db, actor, { action: "question.read", assemblyId });
  if (!authorised.ok) return authorised;
  const { scope } = authorised.value;
  const member = membershipIn(actor, assemblyId);
  const supported = new Set<string>(member ? await listSupported(db, member.participationId) : []);
  const shown = (await listQuestions(db, assemblyId)).map(
    ({
      id,
      text,
      language,
      askedByName,
      askedAt,
      support,
      askedBy,
      answer,
      answeredByName,
      answeredAt,
    }): ShownQuestion => ({
      id,
      text,
      language,
      askedByName,
      askedAtMs: askedAt.getTime(),
      support,
      supported: supported.has(id),
      own: askedBy === member?.participationId,
      answer:
        answer !== null && answeredAt !== null
          ? { text: answer, byName: answeredByName ?? "", atMs: answeredAt.getTime() }
          : null,
    }),
  );
  return accept({
    waiting: bySupport(shown.filter(({ answer }) => answer === null)),
    answered: bySupport(shown.filter(({ answer }) => answer !== null)),
    mayAsk: permits(actor, "question.ask", scope).ok,
    mayAnswer: permits(actor, "question.answer", scope).ok,
  });
}
