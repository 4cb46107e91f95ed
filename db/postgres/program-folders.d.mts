/** Types of program-folders.mjs, which stays plain JavaScript so that it runs before anything is installed. */
export function programFolders(): string[];

export function foldersWith(...programs: string[]): string[];
