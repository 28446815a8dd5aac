import { BaseSequencer, type TestSpecification } from 'vitest/node'

const LONGEST = [
  'dev/mobile.test.ts',
  'dev/browser/console-screens.test.ts',
  'dev/browser/investor-registration.test.ts',
]

/** Has the files that take minutes begin first, so that nobody waits for one of them alone at the end. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isLong = ({ moduleId }: TestSpecification) =>
      LONGEST.some((name) => moduleId.endsWith(name))
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))]
  }
}
