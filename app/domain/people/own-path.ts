/**
 * Where to go after sign-in: the wanted page if it is one of ours (a path with a language), else the fallback. Anything else (another
 * site, `//host`, `/\host`, a control character) is not followed.
 */
export function ownPath(wanted: string | null | undefined, fallback: string): string {
  if (!wanted || wanted.length > 500) return fallback;
  return /^\/(fr|en)(?:[/?#][\x21-\x5b\x5d-\x7e]*)?$/.test(wanted) ? wanted : fallback;
}
