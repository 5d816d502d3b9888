//! Words of groups in the making.

words! {
    /// From which firms a draft of the studio forms groups.
    DraftPool {
        /// Firms that are in no group.
        WithoutGroup = "without_group",
        /// The firms of a request.
        Request = "request",
        /// The members of existing groups.
        Groups = "groups",
    }

    /// Where a draft of the studio stands.
    DraftState {
        /// Rules are set; not solved yet.
        New = "new",
        /// Waiting to be solved, or being solved.
        Solving = "solving",
        /// Has groups.
        Solved = "solved",
        /// Solving failed; why is kept with it.
        Failed = "failed",
        /// Its groups have been put to the firms.
        Published = "published",
    }

    /// What a person wants of two firms of a draft.
    PairWish {
        /// In one group.
        Together = "together",
        /// Never in one group.
        Apart = "apart",
    }

    /// How a group comes about.
    FoundingPath {
        /// The federation brings firms together (중개).
        Brokered = "brokered",
        /// Executives who know each other register their group (등록).
        Registered = "registered",
        /// Firms are to move into a group that exists (재편).
        Moved = "moved",
    }

    /// Where a founding stands.
    FoundingState {
        /// Put before the federation by executives who know each other; their firms confirm meanwhile.
        Proposed = "proposed",
        /// Sent back by the federation with a word, to be mended and put before it again.
        Returned = "returned",
        /// Firms have been invited and answer.
        Inviting = "inviting",
        /// The group exists.
        Founded = "founded",
        /// Given up.
        Withdrawn = "withdrawn",
    }

    /// Where an invitation to a founding stands.
    InvitationState {
        /// Not answered yet.
        Waiting = "waiting",
        /// Will join.
        Accepted = "accepted",
        /// Will not, with a reason.
        Declined = "declined",
        /// Taken back.
        Withdrawn = "withdrawn",
    }
}
