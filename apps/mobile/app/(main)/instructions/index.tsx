export { InstructionsScreen as default } from '../../../src/instructions/InstructionsScreen.tsx'
