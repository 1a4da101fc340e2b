import { expect, inject, test } from 'vitest';
import { describeExamples, documented } from './onPlan.ts';

test('the README shows at least four requests', () => expect(documented.length).toBeGreaterThanOrEqual(4));

describeExamples('paid', async () => ({ url: inject('serverUrl'), stop: async () => {} }));
