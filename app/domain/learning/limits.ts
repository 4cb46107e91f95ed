/** Limits of what people write while learning. Characters; ours, generous enough that only a mistake meets them. */
export const MATERIAL_TITLE_MAX = 200;
export const READING_MAX = 60_000;
export const TASK_PROMPT_MAX = 2_000;
export const ADDRESS_MAX = 2_000;
export const STEP_MINUTES_MAX = 600;
export const TASK_ANSWER_MAX = 4_000;
export const QUESTION_MIN = 10;
export const QUESTION_MAX = 1_000;
export const QUESTION_ANSWER_MAX = 6_000;
