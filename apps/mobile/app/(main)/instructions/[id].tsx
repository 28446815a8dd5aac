export { InstructionScreen as default } from '../../../src/instructions/InstructionScreen.tsx'
