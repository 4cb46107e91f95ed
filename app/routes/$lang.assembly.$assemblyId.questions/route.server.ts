import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import type { z } from "zod";
import type { Result } from "~/app/domain/kernel/result";
import { findLocale } from "~/app/i18n/find-locale";
import { answerQuestion } from "~/server/commands/learn/answer-question";
import { askQuestion } from "~/server/commands/learn/ask-question";
import { supportQuestion } from "~/server/commands/learn/support-question";
import type { Caller } from "~/server/context";
import { readAddress } from "~/server/http/read-address";
import { readForm } from "~/server/http/read-form";
import { refusedForm, refusedPage, unreadForm } from "~/server/http/reply";
import { questionList } from "~/server/queries/learn/question-list";
import { questionsForm } from "./form";

export type { ShownQuestion } from "~/server/queries/learn/question-list";

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const list = await questionList(context, readAddress(params, "assemblyId"));
  return list.ok ? list.value : refusedPage(list.refusal, request, findLocale(request));
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await request.formData();
  const read = readForm(questionsForm, form);
  if (!read.ok) return unreadForm(read.reply);
  const { assemblyId } = readAddress(params, "assemblyId");
  const language = findLocale(request);
  const done = await carryOut(context, read.value, { assemblyId, language });
  if (!done.ok) return refusedForm(form, done.refusal);
  if (read.value.intent === "support") return null;
  return redirect(
    `/${language}/assembly/${assemblyId}/questions?done=${read.value.intent === "ask" ? "sent" : "saved"}`,
  );
}

type Place = Pick<Parameters<typeof askQuestion>[2], "assemblyId" | "language">;

function carryOut(caller: Caller, posted: z.output<typeof questionsForm>, place: Place): Promise<Result<unknown>> {
  const { assemblyId } = place;
  switch (posted.intent) {
    case "ask":
      return askQuestion(caller, posted.commandId, { ...place, text: posted.text });
    case "support": {
      const support = posted.support === "yes";
      const { questionId } = posted;
      return supportQuestion(caller, posted.commandId, { assemblyId, questionId, support });
    }
    case "answer": {
      const { answer, seenAtMs } = posted;
      const { questionId } = posted;
      return answerQuestion(caller, posted.commandId, { assemblyId, questionId, answer, seenAtMs });
    }
  }
}
