import { startServer } from '../../support/server.ts';
import { describeExamples } from './onPlan.ts';

describeExamples('free', () => startServer({ env: { FREE: '1' } }));
