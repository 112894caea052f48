/**
 * Whether a first page of so many jobs may be all that the service sends at once, however many there are: any number
 * from 100 on, as the reference's limits are 100 and 1,000, and of the smaller ones what somebody would choose. Nobody
 * chooses less than 10, which is the default limit.
 */
// @ts-nocheck

export function couldBeCap(size: number): boolean {
  return size >= 100 || (size >= 10 && (size % 5 === 0 || Number.isInteger(Math.log2(size))));
}
