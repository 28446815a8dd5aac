/**
 * Lifts the rate limits and the daily limits on exported data: tests and measurements send more
 * requests than people.
 */
export const liftedLimits = {
  THROTTLE_SCALE: '1000',
  REVEALS_PER_DAY: '1000000',
  REVEALS_ALARM_AT: '1000000',
  EXPORTS_PER_DAY: '1000000',
  EXPORTS_ALARM_AT: '1000000',
}
