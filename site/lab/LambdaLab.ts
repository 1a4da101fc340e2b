import type { Window } from '../../src/engine/boundary.ts';
import { InTurns } from '../elements/InTurns.ts';
import { layOutInPieces } from '../elements/layOutInPieces.ts';
import { messageOf } from '../elements/messageOf.ts';
import { PageElement } from '../elements/PageElement.ts';
import { LAB_TEXT } from '../text/lab/labText.ts';
import { onThemeChange } from '../theme/theme.ts';
import { turn } from '../training/lab/turn.ts';
import { ControlBar } from './bar/controlBar.ts';
import { keepSlidersSideways } from './bar/sidewaysSliders.ts';
import { ViewMenu } from './bar/viewMenu.ts';
import { Drawing } from './drawing.ts';
import { EffectLine } from './effect/EffectLine.ts';
import { readyToCheck, schemaInPieces } from './form/bringSchema.ts';
import { wholeSpec } from './form/checkSpec.ts';
import { EditPanel } from './form/editPanel.ts';
import { About } from './head/about.ts';
import { LabActions } from './labActions.ts';
import { bindLabKeys } from './labKeys.ts';
import { MoreView } from './more/moreView.ts';
import { Picks } from './pick/picks.ts';
import { PointEditor } from './points/pointEditor.ts';
import { CardSwipe } from './runs/CardSwipe.ts';
import { RunCards } from './runs/runCards.ts';
import { holdsAll, sharedWindow } from './runs/sharedWindow.ts';
import { openStart } from './start/startView.ts';
import { takeWhatIsBuilt } from './start/whatIsBuilt.ts';
import { type Change, withEach } from './state/changes.ts';
import { uncopied } from './state/copies.ts';
import { copyRows } from './state/copyRows.ts';
import { LabStore } from './state/labStore.ts';
import { withLastValid } from './state/lastValid.ts';
import { slide } from './state/slide.ts';
import { MOST_RUNS, OPENING, OPENING_EPOCH, selectedRun } from './state/state.ts';
import { StatusLine } from './statusLine.ts';
import { TraceCharts } from './traces/traceCharts.ts';
import { TrailView } from './traces/trailView.ts';
import { Playback } from './training/playback.ts';
import { Trainings } from './training/trainings.ts';

/** So long the settings as text wait for a first sign of a reader. */
const UNREAD_MS = 4000;
/** Points along a side of a boundary, and pixels along a side of its picture: of few runs they are large. */
const viewOf = (runs: number) =>
	runs <= 3 ? { resolution: 48, pixels: 304 } : { resolution: 40, pixels: devicePixelRatio > 1 ? 240 : 200 };

/**
 * `<lambda-lab>`: up to six trainings side by side. The store says what runs there are; the trainings follow it in
 * Web Workers; the views draw the epoch that is looked at.
 */
class LambdaLab extends PageElement {
	readonly #text = LAB_TEXT[this.language];
	readonly #store = new LabStore();
	readonly #line = new StatusLine(this.findPart('said'));
	readonly #trainings = new Trainings(this.language);
	readonly #cards = new RunCards(this.findPart('cards'), this.language, (said) => this.#line.say(said));
	readonly #swipe = new CardSwipe(this.findPart('cards'));
	readonly #playback: Playback = new Playback(
		this,
		this.#trainings,
		(isStill) => this.#drawing.draw(isStill),
		() => this.#following.isUnderWay || this.#drawing.isSettling,
	);
	readonly #holding = {
		store: this.#store,
		trainings: this.#trainings,
		playback: this.#playback,
		language: this.language,
		signal: this.lifetime,
		seek: (epoch: number) => this.#playback.seek(epoch),
		say: (said: string, isSeen?: boolean) => this.#line.say(said, isSeen),
	};
	readonly #edit = new EditPanel(this, this.#holding);
	readonly #points = new PointEditor(this, this.findPart('point-tools'), {
		...this.#holding,
		frame: () => this.#window,
		turned: () => this.#changed(), // the pictures' part of the plane follows, and what the bar says
	});
	readonly #picks = new Picks(
		this.findPart('picks'),
		this.language,
		(field, change) => this.#changeEach(field, change),
		this.lifetime,
	);
	readonly #view = new ViewMenu(this.findPart('view'), () => this.#viewed(), this.lifetime);
	readonly #about = new About(this.findPart('about'), this.querySelector('select[name="preset"]'));
	readonly #bar = new ControlBar(
		this.findPart('bar'),
		this.language,
		{
			epoch: (epoch) => this.#playback.seek(epoch),
			setting: (name, value) => slide(this.#store, name, value),
			copies: (copies) => void copyRows(this.#store, copies, this.#holding.say, this.language),
			scope: (scope) => {
				this.#store.look({ scope: scope === 'all' ? 'all' : 'one' });
				if (scope === 'all') this.#changed();
				else this.#store.select(scope);
			},
		},
		this.lifetime,
	);

	readonly #losses = new TraceCharts(this.findPart('loss'), this.#holding);
	readonly #trail = new TrailView(this.findPart('loss'), this.#holding, () => this.#losses.draw(true));
	readonly #drawing = new Drawing(
		this,
		{
			...this.#holding,
			cards: this.#cards,
			bar: this.#bar,
			view: this.#view,
			charts: [
				this.#losses.with(this.#trail),
				new EffectLine(this.findPart('about'), this.#holding),
				{ draw: (isStill) => isStill && this.#cards.sayScale(), recolour: () => {} },
				new MoreView(this.findPart('more'), {
					...this.#holding,
					respond: (key, response) => this.#cards.respond(key, response),
				}),
			],
		},
		() => {
			if (this.hasAttribute('data-ready')) this.#noteView();
		},
	);

	/** The part of the plane that all pictures show. */
	#window: Window | null = null;
	/** Whether the runs were those that the page opens on. */
	#wasOpening = true;
	/** The run that a phone shows; null before there is one. */
	#inView: number | null = null;

	protected override connect(): void {
		const signal = this.lifetime;
		signal.addEventListener('abort', () => {
			this.#playback.pause();
			this.#trainings.close();
		});
		new LabActions(this, {
			...this.#holding,
			edit: this.#edit,
			points: this.#points,
			cards: this.findPart('cards'),
			check: async (checking) => {
				const { checkOnEdge } = await import('./runs/checkOnEdge.ts');
				const { runs } = this.#trainings;
				if (!(await checkOnEdge(this.#cards, this.findPart('cards'), runs, this.language, checking)))
					this.#line.say(this.#text.edgeTooEarly);
			},
			about: this.#about,
			view: this.#view,
			select: (key) => this.#store.select(key),
			show: (key) => this.#swipe.show(key, 'instant'),
			followed: () => this.#following.done,
			beginAnew: () => this.#beginAnew(),
		});
		bindLabKeys(this.#holding, signal);
		keepSlidersSideways(this, signal);
		this.addEventListener('pointerdown', () => this.#store.hold(true), { signal, capture: true });
		for (const over of ['pointerup', 'pointercancel'])
			document.addEventListener(over, () => this.#store.hold(false), { signal, capture: true });
		this.#swipe.onSwipe((key) => {
			this.#inView = key;
			if (key !== this.#store.state.selected) this.#store.select(key);
		}, signal);
		this.querySelector('select[name="speed"]')?.addEventListener('change', ({ target }) => {
			if (target instanceof HTMLSelectElement) this.#playback.speed = Number(target.value);
		});
		openStart(this.findPart('start'), signal);
		this.#drawing.recolour();
		onThemeChange(() => this.#drawing.recolour(), signal);
		layOutInPieces(this.querySelectorAll<HTMLElement>('.lab-edit'), signal, UNREAD_MS);
		void this.#open();
	}

	async #open(): Promise<void> {
		takeWhatIsBuilt(this.dataset);
		let ofLink = '';
		const lacked = (said: string) => {
			ofLink = said;
			if (this.hasAttribute('data-ready')) this.#line.say(said);
		};
		await this.#store.restore({
			changed: () => this.#changed(),
			looked: () => void this.#look(),
			refused: () => lacked(this.#text.notALink),
			rowsLeftOut: () => lacked(this.#text.rowsLeftOut),
		});
		this.#takeView();
		const isOpening = this.#store.state.runs === OPENING.runs;
		if (!isOpening) {
			this.findPart('loss').toggleAttribute('data-built', false);
			await this.#about.recognize(this.#store.state);
		}
		this.#drawing.begin(isOpening);
		await this.#following.begin();
		if (this.#store.view.start !== null) await this.#sayStart();
		this.#drawing.draw(false);
		document.documentElement.removeAttribute('data-other-runs');
		if (ofLink !== '') this.#line.say(ofLink); // it goes after a while, and nobody reads before the page is there
		this.toggleAttribute('data-ready', true);
		dispatchEvent(new Event('lab-ready')); // what was pressed before comes now
		await schemaInPieces(this.lifetime);
	}

	/** Says what the runs of a link came from, or of nothing what the page says that opens. */
	async #sayStart(): Promise<void> {
		const { start } = this.#store.view;
		this.#about.say(start, start === null ? null : ((await this.#about.runsOf(start)) ?? this.#store.state));
		this.#about.become(this.#store.state);
	}

	/** Has losses and pictures drawn as a link says; over λ also as the visit before has left it. */
	#takeView(): void {
		const { isDifference, isOverLambda } = this.#store.view;
		this.#view.become({ isDifference });
		if (isOverLambda) this.#trail.show();
	}

	/** Looks as a link says that was opened in this tab. */
	async #look(): Promise<void> {
		this.#points.end();
		this.#takeView();
		await this.#following.done;
		this.#beginAnew();
		this.#playback.seek(this.#store.view.epoch ?? OPENING_EPOCH);
		await this.#sayStart();
	}

	/** Nothing of other runs is left: neither what was tried of them nor how large their norms were. */
	#beginAnew(): void {
		this.#trail.clear();
		this.#cards.beginScale();
	}

	/** What follows the state, in this order: each as it is then. */
	readonly #followers: readonly (() => void | Promise<void>)[] = [
		() => readyToCheck(this.#store.state.runs.map(({ spec }) => spec)),
		() => {
			const { state } = this.#store;
			this.dataset.runs = String(state.runs.length);
			this.#trainings.setView(viewOf(state.runs.length));
			const { epoch } = this.#store.view;
			const isFirst = this.#trainings.runs.length === 0;
			if (isFirst) this.#trainings.startAt(epoch ?? OPENING_EPOCH);
			this.#trainings.become(state);
			if (!isFirst) return;
			this.#playback.seek(epoch ?? OPENING_EPOCH);
		},
		() => {
			const specs = this.#trainings.runs.flatMap(({ spec }) => spec ?? []);
			// Under a hand that edits them it moves for nothing but examples outside.
			const stays = this.#points.isOn && this.#window !== null && holdsAll(this.#window, specs);
			if (!stays) this.#window = sharedWindow(specs);
			for (const { key } of this.#store.state.runs) this.#trainings.setWindow(key, this.#window);
		},
		() => {
			const { state, view } = this.#store;
			this.#bar.become(withLastValid(state, this.#store.before), view.scope, this.#points.isOn);
			this.#about.become(state);
			const { key } = selectedRun(state);
			const picked = view.scope === 'all' ? state.runs : state.runs.filter((run) => run.key === key);
			this.#picks.become(
				picked.map(({ spec }) => wholeSpec(uncopied(spec)) ?? spec),
				view.scope === 'all' ? null : key,
			);
		},
		() => {
			const { selected, runs } = this.#store.state;
			const isOpening = runs === OPENING.runs;
			if (isOpening && !this.#wasOpening) this.#cards.beginScale(); // undone back to there
			this.#wasOpening = isOpening;
			this.#cards.become(this.#trainings.runs, selected, isOpening);
			if (this.#inView !== selected) this.#swipe.show(selected, this.#inView === null ? 'instant' : 'smooth');
			this.#inView = selected;
		},
		() => {
			const { length } = this.#store.state.runs;
			this.#enable('undo', this.#store.canUndo);
			this.#enable('redo', this.#store.canRedo);
			this.#enable('add', length < MOST_RUNS);
			this.#enable('remove', length > 1);
			this.#points.place();
			this.#viewed();
		},
		() => this.#edit.become(),
		() => this.#edit.say(),
	];
	readonly #following = new InTurns(this.#followers, () => this.#playback.wake(), this.lifetime);

	/** The state became another one. */
	#changed(): void {
		this.#following.begin().catch((error) => this.#line.say(messageOf(error)));
		this.#playback.wake(); // nothing is settled until all have followed
	}

	/** The pictures show something else, or other runs. */
	#viewed(): void {
		this.#enable('opening', this.#store.state.runs !== OPENING.runs || this.#view.view.isDifference);
		this.#playback.redraw();
	}

	/** What is drawn is what a link says. */
	#noteView(): void {
		const { epoch } = this.#playback;
		const isOpening = epoch === Math.min(OPENING_EPOCH, this.#trainings.epochs);
		const { isDifference } = this.#view.view;
		this.#store.look({ epoch: isOpening ? null : epoch, isDifference, isOverLambda: this.#trail.isOn });
	}

	#changeEach(field: string, change: Change): void {
		this.#store.set(withEach(this.#store.state, this.#store.view.scope, change), field);
	}

	#enable(action: string, isEnabled: boolean): void {
		for (const button of this.querySelectorAll(`[data-action="${action}"]`))
			button.setAttribute('aria-disabled', String(!isEnabled)); // not `disabled`: one that is pressed for the last time keeps the focus
	}
}

/** In a task of its own: a phone is busy long enough with evaluating what this is made of. */
void turn().then(() => customElements.define('lambda-lab', LambdaLab));
