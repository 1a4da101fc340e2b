/** A training worker of the Lab: `LabTrainer`, asked by messages. */
import { host } from '../host.ts';
import { LabTrainer } from './LabTrainer.ts';
import type { LabRequest } from './messages.ts';
import { turn } from './turn.ts';

const trainer = new LabTrainer({
	host,
	answer: (answer, transfer) => self.postMessage(answer, { transfer }),
	turn,
});

self.onmessage = ({ data: request }: MessageEvent<LabRequest>) => trainer.hear(request);
