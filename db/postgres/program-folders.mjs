// Where PostgreSQL's programs are: needs nothing installed, since the tests' own server starts before anything is.
import { existsSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Debian, Red Hat and Homebrew keep the programs off the PATH, one folder per version; the newest comes first. */
export function programFolders() {
  const versions = (parent, inside = "bin") =>
    existsSync(parent)
      ? readdirSync(parent)
          .sort((a, b) => b.localeCompare(a, "en", { numeric: true }))
          .map((version) => join(parent, version, inside))
      : [];
  const homebrew = ["/opt/homebrew/opt", "/usr/local/opt", "/home/linuxbrew/.linuxbrew/opt"];
  return [
    ...(process.env.PATH ?? "").split(delimiter).filter(Boolean),
    ...versions("/usr/lib/postgresql"),
    ...homebrew.flatMap((parent) => versions(parent).filter((folder) => folder.includes("/postgresql"))),
    ...versions("/Applications/Postgres.app/Contents/Versions"),
    ...versions("/Library/PostgreSQL"),
    ...versions("/usr", "bin").filter((folder) => folder.includes("/pgsql-")),
    "/usr/local/pgsql/bin",
  ];
}

/** The folders that hold all of these programs, in the order in which they should be tried. */
export function foldersWith(...programs) {
  return programFolders().filter((folder) => programs.every((program) => existsSync(join(folder, program))));
}
