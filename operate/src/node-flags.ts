// How every service is run, in development and in images: with what keeps it small. An image reads it at its build.

/**
 * What a request leaves behind is collected soon, instead of after the heap has doubled, and by two helper threads instead of four, each
 * of which keeps memory of its own (bar: 150 MB a service at load; without these bff takes 250). A nursery of 2 MB would promote what is
 * in flight, and cost a tenth more processor time than one of 4. The middle compiler takes 10 to 15 MB and makes nothing here faster.
 */
export const nodeFlags = [
  '--max-semi-space-size=4',
  '--heap-growing-percent=5',
  '--v8-pool-size=2',
  '--no-maglev',
]

/**
 * One arena: V8's helper threads otherwise keep some 20 MB in theirs. Memory of a decoded picture
 * is returned at once: otherwise the allocator raises its threshold to 32 MB and keeps 150 MB after
 * a few large pictures.
 */
export const nodeEnvironment = { MALLOC_ARENA_MAX: '1', MALLOC_MMAP_THRESHOLD_: '524288' }
