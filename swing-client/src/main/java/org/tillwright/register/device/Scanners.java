package org.tillwright.register.device;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The scanners of a register, such as a flat one and one for the hand: what any of them reads goes the same way, and what
 * became of it is told to the one that read last.
 */
final class Scanners {

    private static final Logger LOG = System.getLogger(Scanners.class.getName());

    private final List<Post> posts = new ArrayList<>();
    private final List<ListeningLane> lanes = new ArrayList<>();
    private volatile @Nullable Post readLast;

    /**
     * One scanner.
     *
     * @param answers tells it what became of a code; null for one that cannot be told
     */
    private record Post(DeviceKind kind, Scanner scanner, @Nullable LaneThread answers) {}

    void add(DeviceKind kind, Scanner scanner, @Nullable LaneThread answers) {
        posts.add(new Post(kind, scanner, answers));
    }

    /** Starts to listen to all of them, each on a thread of its own. */
    void listen(Consumer<String> codes, DeviceListener listener) {
        if (!lanes.isEmpty()) {
            throw new IllegalStateException("the scanners have a listener already");
        }
        for (Post post : posts) {
            var lane = new ListeningLane(post.kind(), post.scanner(), code -> read(post, code, codes), listener);
            lanes.add(lane);
            lane.start();
        }
    }

    private void read(Post post, String code, Consumer<String> codes) {
        readLast = post;
        codes.accept(code);
    }

    /** Tells the scanner that read last; never waits. */
    void answer(Consumer<Scanner> answer) {
        Post post = readLast;
        LaneThread answers = post == null ? null : post.answers();
        if (post != null && answers != null && !answers.offer(() -> answer.accept(post.scanner()))) {
            LOG.log(
                    Level.DEBUG,
                    "the {0} is behind with its sounds",
                    post.kind().words());
        }
    }

    void close() {
        lanes.forEach(ListeningLane::close);
    }
}
