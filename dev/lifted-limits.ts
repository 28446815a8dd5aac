/** Limits of requests and of what a person may take out in a day, lifted: tests and measurements ask more often than people. */
export const liftedLimits = {
  THROTTLE_SCALE: '1000',
  REVEALS_PER_DAY: '1000000',
  REVEALS_ALARM_AT: '1000000',
  EXPORTS_PER_DAY: '1000000',
  EXPORTS_ALARM_AT: '1000000',
}
