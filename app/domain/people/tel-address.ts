/** Begins with a country's code, whatever words stand before; Italy's numbers keep their zero behind it. */
const FROM_ABROAD = /^[^\d+]*(?:\+|00)(?![^\d]*39)/;

/**
 * A phone number as somebody wrote it, as the address that dials it. The zero in "+33 (0)1 23 45 67 89" is for those who call from within
 * the country: behind the country's code it would reach nobody.
 */
export function telAddress(phone: string): string {
  const written = FROM_ABROAD.test(phone) ? phone.replace(/\(0\)/, "") : phone;
  return `tel:${written.replaceAll(/[^+\d]/g, "")}`;
}
