// The Node flags and environment of every service, which keep its memory small, in development and
// in images. The image reads this file when it is built.

/**
 * Garbage is collected early, instead of after the heap has doubled, and by two helper threads
 * instead of four, each of which needs its own memory (limit: 150 MB per service under load;
 * without these flags bff takes 250). A young generation of 2 MB would promote the data of open
 * requests and cost a tenth more processor time than one of 4. The middle compiler takes 10 to 15
 * MB and speeds up nothing here.
 */
export const nodeFlags = [
  '--max-semi-space-size=4',
  '--heap-growing-percent=5',
  '--v8-pool-size=2',
  '--no-maglev',
]

/**
 * One arena: otherwise V8's helper threads keep some 20 MB in theirs. The memory of a decoded
 * picture is returned at once: otherwise the allocator raises its threshold to 32 MB and keeps 150
 * MB after a few large pictures.
 */
export const nodeEnvironment = { MALLOC_ARENA_MAX: '1', MALLOC_MMAP_THRESHOLD_: '524288' }
