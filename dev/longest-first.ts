import { BaseSequencer, type TestSpecification } from 'vitest/node'

const LONGEST = [
  'dev/mobile.test.ts',
  'dev/browser/console-screens.test.ts',
  'dev/browser/investor-registration.test.ts',
]

/** Starts the slowest test files first, so that none of them runs alone at the end. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isLong = ({ moduleId }: TestSpecification) =>
      LONGEST.some((name) => moduleId.endsWith(name))
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))]
  }
}
