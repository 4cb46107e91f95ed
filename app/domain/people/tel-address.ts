/**
 * A phone number as somebody wrote it, as the address that dials it. The zero in "+33 (0)1 23 45 67 89" is for those who call from within
 * the country: behind the country's code it would reach nobody.
 */
export function telAddress(phone: string): string {
  const written = phone.trim().startsWith("+") ? phone.replace(/\(0\)/, "") : phone;
  return `tel:${written.replaceAll(/[^+\d]/g, "")}`;
}
