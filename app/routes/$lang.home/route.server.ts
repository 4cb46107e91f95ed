import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { inLocale } from "~/app/domain/kernel/locale";
import { findLocale } from "~/app/i18n/find-locale";
import { refusedPage } from "~/server/http/reply";
import { myHome } from "~/server/queries/auth/my-home";

export async function loader({ context, request }: LoaderFunctionArgs) {
  const locale = findLocale(request);
  const mine = await myHome(context);
  if (!mine.ok) return refusedPage(mine.refusal, request, locale);
  const { assemblies, organisations } = mine.value;
  // Whoever takes part in one assembly only has nothing to choose here; what was just done is said here all the same.
  const [only] = assemblies.length === 1 && organisations.length === 0 ? assemblies : [];
  if (only && !new URL(request.url).searchParams.has("done")) return redirect(`/${locale}/assembly/${only.id}`);
  return {
    name: context.signedIn?.name ?? "",
    organisations,
    assemblies: assemblies.map(({ id, title, question, roles }) => ({
      id,
      title: inLocale(title, locale),
      question: inLocale(question, locale),
      roles,
    })),
  };
}
