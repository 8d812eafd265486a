/*
 * The coherence protocol of coherence.md: one key, two instances, two readers that read again and again, two writers that commit once
 * each. README.md beside this file says what is abstracted and why that is sound; `check` runs it.
 *
 * Every step below is atomic; between any two steps of a process anything else may happen, for as long as it likes. So a pause is every
 * interleaving, and a crash is a process that takes no further step (its transaction is then ended by PostgreSQL: the `abort` steps).
 *
 * The property: a read never returns a version older than the one that was committed when it began. A commit may be seen at once by a
 * read that bypasses the cache, so this is what "once seen by anyone, nobody sees an older one" comes to.
 */

/* ---- How many faults of each kind; -DCUT=1 and so on ---- */

#ifndef CUT        /* writers that fail to fence, or have no trust lease, and commit without */
#define CUT 0
#endif
#ifndef FLUSH      /* FLUSHALL: all keys go, the marker too; run id and connections stay */
#define FLUSH 0
#endif
#ifndef RESTART    /* a new life, empty or from an older snapshot; the old one is dead, all reconnect */
#define RESTART 0
#endif
#ifndef FAILOVER   /* a new life, empty or a lagging copy; the deposed server answers whoever has not reconnected */
#define FAILOVER 0
#endif
#ifndef DROP       /* new incarnations that an operator asks for, with nothing forgotten */
#define DROP 0
#endif
#ifndef PROPOSALS  /* incarnations after the first: three at most */
#define PROPOSALS (FLUSH + RESTART + FAILOVER + DROP)
#endif
#ifndef EVICT      /* fences evicted in use by maxmemory: outside the promise, see ACKED_ONLY */
#define EVICT 0
#endif

/* ---- Who is where: bit n is the instance of reader or writer n ---- */

#ifndef READERS
#define READERS 2
#endif
#ifndef WRITERS
#define WRITERS 2
#endif
#ifndef READERS_AT
#define READERS_AT 2
#endif
#ifndef WRITERS_AT
#define WRITERS_AT 2
#endif
#define AT(where, n)  (((where) >> (n)) & 1)
#define WRITERS_OF(i) ((AT(WRITERS_AT, 0) == (i)) + 2 * (AT(WRITERS_AT, 1) == (i)))

/* Where the instances are mirror images of each other, instance 0 reconnects first after a failover. */
#if READERS_AT == 2 && WRITERS_AT == 2 && READERS == 2 && WRITERS == 2
#define FIRST 1
#else
#define FIRST 0
#endif

/* ---- What lies at the key ---- */

#define ABSENT      0
#define LEASE(r)    (1 + (r))
#define FENCE(m)    (4 + (m))                 /* the set of writers' tokens */
#define VALUE(v, k) (8 + 4 * (v) + (k))       /* version, incarnation that its marker names */
#define IS_LEASE(c) ((c) == 1 || (c) == 2)
#define IS_FENCE(c) ((c) > 4 && (c) < 8)
#define IS_VALUE(c) ((c) >= 8)
#define TOKENS(c)   (IS_FENCE(c) -> (c) - 4 : 0)
#define VERSION(c)  (((c) - 8) >> 2)
#define STAMP(c)    ((c) & 3)
#define NO_MARKER   7

/* ---- A trust lease, as answered: 0 is none ---- */

#define ANSWER      (1 + 2 * (distrust != 0) + 4 * settled + 8 * inForce)
#define DISTRUST(t) (((t) >> 1) & 1)
#define SETTLED(t)  (((t) >> 2) & 1)
#define NAMES(t)    ((t) >> 3)
#define LIFE(k)     ((lives >> (k)) & 1)      /* the run id of incarnation k */
#define IN_FORCE(i) (trust[i] && LIFE(NAMES(trust[i])) == link[i])

/* ---- PostgreSQL ---- */

byte committed;           /* the version: how many commits */
byte distrust;            /* instances with a distrust row */
byte pending;             /* writers with a pending_invalidation row */
byte locked;              /* writers that hold their instance's distrust row with a share lock */
byte waited;              /* writers that have waited L since the distrust row that stands now was declared */
byte relying;             /* writers with an open transaction that relies on a fence */
byte fencedIn[2];         /* the incarnation that a writer's fence belongs to: what the length of the quarantine is about */
byte inForce;             /* the incarnation in force */
byte lives;               /* the life of each incarnation */
bit settled = 1;

/* ---- Redis: two lives of the server ---- */

byte key[2];
byte marker[2];
byte savedKey;            /* an older state: snapshot file or lagging replica */
byte savedMarker = NO_MARKER;
bit saved;

/* ---- The instances ---- */

bit link[2];              /* the life that an instance is connected to */
byte trust[2];
#ifdef SLOW_TRUST
byte underWay[2];         /* answers to trust queries, not arrived */
#endif
byte proposing;           /* 1 + life: a marker is set, its incarnation not yet proposed */

byte cuts = CUT; byte flushes = FLUSH; byte restarts = RESTART; byte failovers = FAILOVER; byte drops = DROP; byte evictions = EVICT;

#ifdef PASSENGERS         /* both readers at instance 0 */
bit flight;
bit boarding;
bit aboard;
bit landed;
byte brought;             /* the record that was stored, or absent */
#endif

#ifdef ACKED_ONLY         /* the weaker promise that is left if a fence is evicted: after a write is answered */
byte acked;
#define SEEN acked
#else
#define SEEN committed
#endif

/* ---- The rules. Each can be taken away by its macro. ---- */

/* What a trust lease must say before a reader touches Redis. */
#ifdef NO_DISTRUST
#define CLEAN(t) true
#else
#define CLEAN(t) (!DISTRUST(t))
#endif
#ifdef NO_QUARANTINE
#define CALM(t) true
#else
#define CALM(t) SETTLED(t)
#endif
#ifdef TRUST_WITHOUT_ANSWER
#define TRUSTED(i) (!trust[i] || (IN_FORCE(i) && CLEAN(trust[i]) && CALM(trust[i])))
#else
#define TRUSTED(i) (IN_FORCE(i) && CLEAN(trust[i]) && CALM(trust[i]))
#endif

/* L has passed since the distrust that stands was declared: no lease from before it is left. */
#ifdef SLOW_TRUST
#ifdef LEASE_COUNTED_FROM_ANSWER
#define FLYING(x) 0
#else
#define FLYING(x) underWay[x]
#endif
#else
#define FLYING(x) 0
#endif
#define UNAWARE(t) (((t) & 3) == 1)
#ifdef NO_WAIT_AFTER_DISTRUST
#define NOBODY_UNAWARE true
#else
#define NOBODY_UNAWARE (!UNAWARE(trust[0]) && !UNAWARE(trust[1]) && !UNAWARE(FLYING(0)) && !UNAWARE(FLYING(1)))
#endif

/* L has passed since incarnation k was proposed. */
#define OLDER(t, k) ((t) && NAMES(t) < (k))
#define NOBODY_BEFORE(k) (!OLDER(trust[0], k) && !OLDER(trust[1], k) && !OLDER(FLYING(0), k) && !OLDER(FLYING(1), k))
#ifdef NO_WAIT_AFTER_PROPOSAL
#define MAY_COMMIT_IN(k) true
#else
#define MAY_COMMIT_IN(k) NOBODY_BEFORE(k)
#endif

/* The quarantine's length: L, and then the longest that a transaction stays open after its fence. */
#ifdef QUARANTINE_WITHOUT_L
#define QUARANTINE_L true
#else
#define QUARANTINE_L NOBODY_BEFORE(inForce)
#endif
#ifdef QUARANTINE_WITHOUT_TRANSACTIONS
#define QUARANTINE_TX true
#else
#define QUARANTINE_TX (!((relying & 1) && fencedIn[0] < inForce) && !((relying & 2) && fencedIn[1] < inForce))
#endif

/* A fence outlives the transaction that relies on it. */
#ifdef FENCE_EXPIRES_EARLY
#define MAY_EXPIRE(w) true
#else
#define MAY_EXPIRE(w) (!(relying & (1 << (w))))
#endif

/* A fence, and a repair, count only on the life in force, by a lease that is valid after Redis has answered. */
#ifdef FENCE_ON_ANY_LIFE
#define FENCE_COUNTS(i, l) true
#elif defined(FENCE_WITHOUT_LEASE)
#define FENCE_COUNTS(i, l) (LIFE(NAMES(trust[i])) == (l))
#else
#define FENCE_COUNTS(i, l) (trust[i] && LIFE(NAMES(trust[i])) == (l))
#endif
#ifdef REPAIR_ON_ANY_LIFE
#define REPAIR_COUNTS(i, l) true
#elif defined(REPAIR_WITHOUT_LEASE)
#define REPAIR_COUNTS(i, l) (LIFE(NAMES(trust[i])) == (l))
#else
#define REPAIR_COUNTS(i, l) (trust[i] && LIFE(NAMES(trust[i])) == (l))
#endif

#ifdef HIT_OF_ANY_INCARNATION
#define USABLE(c, k) IS_VALUE(c)
#else
#define USABLE(c, k) (IS_VALUE(c) && STAMP(c) == (k))
#endif
#ifdef FILL_WITHOUT_MARKER
#define MARKED(l, k) true
#else
#define MARKED(l, k) (marker[l] == (k))
#endif
#ifdef FILL_WITHOUT_LEASE
#define MAY_FILL(l, r) (!IS_FENCE(key[l]))
#else
#define MAY_FILL(l, r) (key[l] == LEASE(r))
#endif

#ifdef WITHDRAW_DESPITE_PENDING
#define NOTHING_PENDING(i) true
#else
#define NOTHING_PENDING(i) (!(pending & WRITERS_OF(i)))
#endif
#ifdef NO_SHARE_LOCK
#define LOCK(w) skip
#else
#define LOCK(w) locked = locked | (1 << (w))
#endif

/* The row that is locked is the one that was waited for, not a younger one of the same instance. */
#ifdef ANY_DISTRUST_ROW
#define STILL_STANDS(i, w) (distrust & (1 << (i)))
#else
#define STILL_STANDS(i, w) ((distrust & (1 << (i))) && (waited & (1 << (w))))
#endif

inline forget(w) { relying = relying & ~(1 << w); fencedIn[w] = 0 }

/* ---- Reading ---- */

#define I AT(READERS_AT, r)
#define FORGET_READ begun = 0; known = 0; found = 0; life = 0

proctype Reader(byte r)
{
  byte begun;             /* what the read must not fall behind */
  byte known;             /* the incarnation in force when it began, as the trust lease had it */
  byte found;             /* the version that a hit returns, or a load found */
  bit life;               /* that answered */

idle:
#ifdef TRUST_ONLY_AFTER
  atomic { begun = SEEN; printf("reader %d: begins, %d is committed\n", r, begun) };
#else
  atomic {                                                                                 /* 1 */
    TRUSTED(I) -> begun = SEEN; known = NAMES(trust[I]);
    printf("reader %d: begins with trust, %d is committed\n", r, begun)
  };
#endif
#ifdef LOAD_BEFORE_LEASE
  atomic { found = committed; printf("reader %d: loads version %d\n", r, found) };
#endif

  /*
   * GET, and if nothing usable lies there LEASE with the marker in one pipeline, and the load: one step, because a GET that found nothing
   * might as well have come later, and of all loads after the LEASE the first finds the oldest version.
   */
  atomic {
    life = link[I];
    if
#ifdef TRUST_ONLY_AFTER
    :: IS_VALUE(key[life]) -> known = STAMP(key[life])
    :: !IS_VALUE(key[life]) && TRUSTED(I) -> known = NAMES(trust[I])
    :: !IS_VALUE(key[life]) && !TRUSTED(I) -> goto bypass
#else
#ifndef TRUST_ONLY_BEFORE
    :: life != LIFE(known) -> goto bypass                                                  /* another run id */
#endif
    :: else
#endif
    fi;
    if
    :: USABLE(key[life], known) -> found = VERSION(key[life]);                             /* 2 */
         printf("reader %d: gets version %d\n", r, found); goto check
    :: IS_FENCE(key[life]) -> printf("reader %d: a fence, bypass\n", r); goto bypass        /* 3 */
#ifdef PASSENGERS
    :: flight && !USABLE(key[life], known) && !IS_FENCE(key[life]) ->
         if
         :: boarding && !aboard -> aboard = 1; printf("reader %d: boards\n", r); goto passenger
         :: else -> goto bypass
         fi
    :: !flight && IS_LEASE(key[life]) -> goto bypass                                       /* 4 */
    :: !flight && (key[life] == ABSENT || (IS_VALUE(key[life]) && !USABLE(key[life], known))) -> flight = 1; boarding = 1
#else
    :: IS_LEASE(key[life]) -> goto bypass                                                  /* 4 */
    :: key[life] == ABSENT || (IS_VALUE(key[life]) && !USABLE(key[life], known))
#endif
    fi;
    key[life] = LEASE(r);                                                                  /* 5 */
    if
    :: MARKED(life, known) -> life = 0
    :: else -> printf("reader %d: no marker, fills nothing\n", r); goto ashore
    fi;
#ifndef LOAD_BEFORE_LEASE
    found = committed;
#endif
    printf("reader %d: takes the lease, loads version %d\n", r, found)
  };

  atomic {                                                                                 /* fill */
    life = link[I];
    if
    :: MAY_FILL(life, r) -> key[life] = VALUE(found, known); printf("reader %d: fills version %d\n", r, found);
#ifdef PASSENGERS
         brought = (life == LIFE(known) -> key[life] : ABSENT)
#endif
    :: else -> printf("reader %d: fill refused\n", r)
#ifdef PASSENGER_SHARES_UNSTORED
         ; brought = VALUE(found, known)
#endif
    fi;
#ifdef PASSENGERS
#ifndef BOARDING_AFTER_FILL
    boarding = 0;
#endif
#endif
    life = 0
  };

ashore:
  atomic {
#ifdef PASSENGERS
    boarding = 0;
    if
    :: aboard -> landed = 1
    :: else -> flight = 0; brought = 0
    fi;
#endif
    FORGET_READ; goto idle
  };

#ifdef PASSENGERS
passenger:                                    /* takes what was stored as if it had asked Redis itself, after boarding was closed */
  atomic {
    landed;
    if
    :: USABLE(brought, known) -> found = VERSION(brought); printf("reader %d: shares a load\n", r)
    :: else -> printf("reader %d: nothing to share\n", r); goto bypassAshore
    fi;
    landed = 0; aboard = 0; flight = 0; brought = 0
  };
#ifdef PASSENGER_WITHOUT_TRUST
  atomic { assert(found >= begun); FORGET_READ; goto idle };
#endif
#endif

check:
  atomic {
    if
#if defined(TRUST_ONLY_BEFORE) || defined(TRUST_BEFORE_ON_ONE_CONNECTION)
    :: true ->
#else
    :: TRUSTED(I) && NAMES(trust[I]) == known && LIFE(known) == life ->
#endif
         if
         :: known -> printf("reader %d: hit in a later incarnation, version %d\n", r, found)
         :: else -> printf("reader %d: hit, version %d\n", r, found)
         fi;
         assert(found >= begun)
    :: else -> printf("reader %d: trust lost, bypass\n", r)
    fi;
    goto bypass
  };

#ifdef PASSENGERS
bypassAshore:
  landed = 0; aboard = 0; flight = 0; brought = 0;
#endif
bypass:                                       /* a fresh load: it finds what was committed when the read began, or later */
  atomic { FORGET_READ; goto idle }
}
#undef I

/* ---- Writing ---- */

proctype Writer(byte w)
{
  bit life;               /* where the fence was raised */
  byte within;            /* the incarnation that the lease named then, plus one: nothing to wait for if 0 */
#ifdef ACKED_ONLY
  byte mine;
#endif

#define I AT(WRITERS_AT, w)
#define BIT (1 << w)
#define ABORT goto gone

#ifdef COMMIT_BEFORE_FENCE
  atomic { committed++; printf("writer %d: commits\n", w) };
#endif
#ifndef NO_FENCE
  atomic {                                                                                 /* 2: fence */
    if
    :: life = link[I];
       key[life] = FENCE(TOKENS(key[life]) | BIT);
       relying = relying | BIT; fencedIn[w] = inForce;
       printf("writer %d: fences\n", w)
    :: cuts > 0 -> cuts--; printf("writer %d: cannot fence\n", w); goto cutOff
    :: cuts > 0 -> cuts--; life = link[I]; key[life] = FENCE(TOKENS(key[life]) | BIT); life = 0;
       printf("writer %d: fences, and the answer is lost\n", w); goto cutOff
    fi
  };

  atomic {                                    /* does it count? */
    if
    :: FENCE_COUNTS(I, life) ->
         if
         :: trust[I] && NAMES(trust[I]) < fencedIn[w] -> fencedIn[w] = NAMES(trust[I])
         :: else
         fi;
         if
         :: trust[I] && !SETTLED(trust[I]) -> within = 1 + NAMES(trust[I])
         :: else
         fi
    :: cuts > 0 && !FENCE_COUNTS(I, life) -> cuts--; forget(w); life = 0; printf("writer %d: its fence does not count\n", w); goto cutOff
    :: printf("writer %d: rolled back\n", w); goto rolledBack                  /* the use case refuses, or idle timeout */
    fi;
    life = 0
  };
#endif

#ifdef LOWER_WHEN_OUTCOME_UNKNOWN             /* COMMIT was sent, its answer is lost: it lowers, and then the commit takes effect */
  if
  :: skip
  :: atomic { TOKENS(key[link[I]]) == BIT -> key[link[I]] = ABSENT; printf("writer %d: lowers, outcome unknown\n", w) }
  fi;
#endif

  atomic {                                                                                 /* 3: COMMIT */
    if
    :: !within || MAY_COMMIT_IN(within - 1) ->
#ifndef COMMIT_BEFORE_FENCE
         committed++;
#endif
#ifdef ACKED_ONLY
         mine = committed;
#endif
         if
         :: within -> printf("writer %d: commits fenced, in quarantine\n", w)
         :: else -> printf("writer %d: commits fenced\n", w)
         fi
    :: goto rolledBack
    fi;
rolledBack:
    forget(w); within = 0; life = 0
  };

  atomic {                                                                                 /* 4: lower */
    if
    :: life = link[I];
       if
#ifdef LOWER_TAKES_ALL
       :: IS_FENCE(key[life]) -> key[life] = ABSENT
#else
       :: IS_FENCE(key[life]) && (key[life] == FENCE(BIT)) -> key[life] = ABSENT; printf("writer %d: lowers\n", w)
       :: IS_FENCE(key[life]) && (key[life] != FENCE(BIT)) -> key[life] = FENCE(TOKENS(key[life]) & ~BIT)
#endif
#ifdef LOWER_LEAVES_WHAT_LIES_THERE
       :: !IS_FENCE(key[life])
#else
       :: !IS_FENCE(key[life]) -> key[life] = ABSENT; printf("writer %d: its fence is gone, deletes what lies there\n", w)
#endif
       fi
#ifdef ACKED_ONLY
       ; if
       :: mine > acked -> acked = mine
       :: else
       fi; mine = 0
#else
    :: printf("writer %d: lower lost, or the writer died\n", w)
#endif
    fi;
    life = 0; goto gone
  };

cutOff:
#ifdef COMMIT_BEFORE_DISTRUST
  atomic { committed++; pending = pending | BIT; printf("writer %d: commits without fence\n", w) };
#endif
  atomic {                                                                                 /* 1: declare */
    if
    :: distrust & (1 << I)
    :: !(distrust & (1 << I)) -> distrust = distrust | (1 << I); printf("writer %d: declares distrust\n", w)
    :: ABORT
    fi
  };
#ifdef COMMIT_BEFORE_DISTRUST
  goto gone;
#endif

  atomic {                                    /* wait */
    if
    :: (distrust & (1 << I)) && NOBODY_UNAWARE -> waited = waited | BIT; printf("writer %d: has waited L\n", w)
    :: !(distrust & (1 << I)) -> goto cutOff
    :: ABORT
    fi
  };

  atomic {                                                                                 /* 2: share lock on the row that was waited for */
    if
    :: STILL_STANDS(I, w) -> LOCK(w); waited = waited & ~BIT; printf("writer %d: its distrust stands, records the key\n", w)
    :: !STILL_STANDS(I, w) -> printf("writer %d: its distrust was withdrawn, again\n", w); waited = waited & ~BIT; goto cutOff
    :: waited = waited & ~BIT; ABORT
    fi
  };

  atomic {
    locked = locked & ~BIT;
    if
    :: committed++;
#ifndef PENDING_IN_MEMORY
       pending = pending | BIT;
#endif
       printf("writer %d: commits without fence\n", w)
    :: ABORT
    fi
  };
#ifdef PENDING_IN_MEMORY
  if
  :: pending = pending | BIT
  :: skip                                     /* it died */
  fi;
#endif

gone:
  false                                       /* for good; a process that ends would only make more states */
#undef I
#undef BIT
#undef ABORT
}

/* ---- Repairing what was committed without fences: the instance itself, or another for one that seems dead ---- */

proctype Repairer()
{
  byte these;             /* writers' rows */
  bit i;
  bit life;

idle:
  atomic {
    pending ->
    if
    :: these = pending & WRITERS_OF(0)
    :: these = pending & WRITERS_OF(1)
    fi;
    if
    :: !these -> goto idle
    :: else
    fi;
    if
    :: i = 0
    :: i = 1
    fi;
    printf("repairer: instance %d repairs rows %d\n", i, these)
  };
#ifdef ROWS_DELETED_BEFORE_KEY
  atomic { pending = pending & ~these };
#endif
  atomic {
    life = link[i];
    if
    :: IS_FENCE(key[life]) ->
#ifdef REPAIR_TAKES_FENCES
         key[life] = ABSENT
#else
         key[life] = ((TOKENS(key[life]) & ~these) -> FENCE(TOKENS(key[life]) & ~these) : ABSENT);
         printf("repairer: leaves others' fences\n")
#endif
    :: IS_VALUE(key[life]) -> key[life] = ABSENT; printf("repairer: deletes a value\n")
#ifdef REPAIR_LEAVES_LEASES
    :: IS_LEASE(key[life])
#else
    :: IS_LEASE(key[life]) -> key[life] = ABSENT; printf("repairer: deletes a lease\n")
#endif
    :: key[life] == ABSENT -> printf("repairer: nothing there\n")
    fi
  };
  atomic {
    if
    :: REPAIR_COUNTS(i, life) -> printf("repairer: done, on the life in force\n")
    :: else -> printf("repairer: not the life in force\n"); these = 0; i = 0; life = 0; goto idle
    fi;
    i = 0; life = 0
  };
  atomic {
#ifdef REPAIR_DELETES_YOUNGER_ROWS
    pending = 0;
#else
    pending = pending & ~these;
#endif
    these = 0; goto idle
  }
}

/* ---- Everything else: time, trust, the lives of Redis ---- */

#define EXPIRE(l) \
  :: atomic { IS_VALUE(key[l]) || IS_LEASE(key[l]) -> key[l] = ABSENT; printf("value or lease expires in life %d\n", l) } \
  :: atomic { (TOKENS(key[l]) & 1) && MAY_EXPIRE(0) -> \
              key[l] = ((TOKENS(key[l]) & 2) -> FENCE(2) : ABSENT); printf("fence of writer 0 expires in life %d\n", l) } \
  :: atomic { (TOKENS(key[l]) & 2) && MAY_EXPIRE(1) -> \
              key[l] = ((TOKENS(key[l]) & 1) -> FENCE(1) : ABSENT); printf("fence of writer 1 expires in life %d\n", l) }

#define SAY(i) printf("instance %d: trust lease, incarnation %d, settled %d, distrust %d\n", i, NAMES(trust[i]), SETTLED(trust[i]), DISTRUST(trust[i]))
#ifdef SLOW_TRUST
#define TRUST(i) \
  :: atomic { underWay[i] != ANSWER -> underWay[i] = ANSWER } \
  :: atomic { underWay[i] -> trust[i] = underWay[i]; underWay[i] = 0; SAY(i) } \
  :: atomic { underWay[i] -> underWay[i] = 0 } \
  :: atomic { trust[i] -> trust[i] = 0; printf("instance %d: trust lease expires\n", i) }
#else
#define TRUST(i) \
  :: atomic { trust[i] != ANSWER -> trust[i] = ANSWER; SAY(i) } \
  :: atomic { trust[i] -> trust[i] = 0; printf("instance %d: trust lease expires\n", i) }
#endif

/* Sets the marker, and then proposes: else a second flush in between would take fences, but not the marker. */
#ifdef MARKER_AFTER_PROPOSAL
#define PROPOSE_FIRST(i)  proposing = 1 + link[i]; inForce++; lives = lives | (link[i] << inForce); settled = 0; printf("incarnation %d in force\n", inForce)
#define PROPOSE_SECOND(l) marker[l] = inForce; printf("marker %d set in life %d\n", inForce, l)
#else
#define PROPOSE_FIRST(i)  proposing = 1 + link[i]; marker[link[i]] = inForce + 1; printf("marker %d set in life %d\n", inForce + 1, link[i])
#define PROPOSE_SECOND(l) inForce++; lives = lives | ((l) << inForce); settled = 0; printf("incarnation %d in force\n", inForce)
#endif
#define PROPOSE(i) \
  :: atomic { !proposing && inForce < PROPOSALS && trust[i] && NAMES(trust[i]) == inForce \
              && (LIFE(inForce) != link[i] || marker[link[i]] != inForce) -> PROPOSE_FIRST(i) } \
  :: atomic { !proposing && inForce < PROPOSALS && trust[i] && NAMES(trust[i]) == inForce && drops > 0 -> \
              drops--; printf("dropped by an operator\n"); PROPOSE_FIRST(i) }

#define WITHDRAW(i) \
  :: atomic { (distrust & (1 << (i))) && NOTHING_PENDING(i) && !(locked & WRITERS_OF(i)) -> \
              distrust = distrust & ~(1 << (i)); waited = waited & ~WRITERS_OF(i); printf("distrust withdrawn\n") }

active proctype World()
{
  atomic {
    marker[0] = 0; marker[1] = NO_MARKER;
    trust[0] = ANSWER; trust[1] = ANSWER;
    run Reader(0); run Writer(0);
#if READERS > 1
    run Reader(1);
#endif
#if WRITERS > 1
    run Writer(1);
#endif
#if CUT
    run Repairer()
#endif
  };
  do
  EXPIRE(0)
  TRUST(0)
  TRUST(1)
  WITHDRAW(0)
  WITHDRAW(1)
#if EVICT
  :: atomic { evictions > 0 && IS_FENCE(key[0]) -> evictions--; key[0] = ABSENT; printf("fence evicted\n") }
#endif
#if FLUSH + RESTART + FAILOVER + DROP
  PROPOSE(0)
  PROPOSE(1)
  :: atomic { proposing == 1 -> PROPOSE_SECOND(0); proposing = 0 }
  :: atomic { !settled && QUARANTINE_L && QUARANTINE_TX -> settled = 1; printf("quarantine over\n") }
#endif
#if FLUSH
  :: atomic { flushes > 0 -> flushes--; key[0] = ABSENT; marker[0] = NO_MARKER; printf("flushed\n") }
#endif
#if RESTART + FAILOVER
  EXPIRE(1)
  :: atomic { proposing == 2 -> PROPOSE_SECOND(1); proposing = 0 }
  :: atomic { restarts + failovers > 0 && !saved -> saved = 1; savedKey = key[0]; savedMarker = marker[0]; printf("saved\n") }
  :: atomic { restarts > 0 -> restarts--;
              key[1] = savedKey; marker[1] = savedMarker; savedKey = ABSENT; savedMarker = NO_MARKER; saved = 1;
              key[0] = ABSENT; marker[0] = NO_MARKER; link[0] = 1; link[1] = 1; printf("restarted\n") }
  :: atomic { failovers > 0 -> failovers--;
              key[1] = savedKey; marker[1] = savedMarker; savedKey = ABSENT; savedMarker = NO_MARKER; saved = 1;
              printf("failed over\n") }
#endif
#ifdef FLIP_FLOP          /* and some go back to the deposed server */
  :: atomic { failovers == 0 && link[0] == 1 -> link[0] = 0; printf("instance 0: goes back\n") }
  :: atomic { failovers == 0 && link[1] == 1 -> link[1] = 0; printf("instance 1: goes back\n") }
#endif
#if FAILOVER
  :: atomic { failovers == 0 && link[0] == 0 -> link[0] = 1; printf("instance 0: reconnects\n") }
  :: atomic { failovers == 0 && link[1] == 0 && link[0] >= FIRST -> link[1] = 1; printf("instance 1: reconnects\n") }
#endif
  od
}
