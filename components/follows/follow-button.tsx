import { useLocale, useTranslations } from "next-intl";
import { followAction, unfollowAction } from "@/lib/follows/actions";
import type { FollowSubject } from "@/lib/follows/schema";

type Props = {
  subject: FollowSubject;
  name: string;
  isFollowing: boolean;
  /** In the list of what is followed, which says so already. */
  isListed?: boolean;
  /** The page that follows, without the language. */
  next: string;
};

/** Follows something or stops; works without JavaScript. */
export function FollowButton({ subject, name, isFollowing, isListed, next }: Props) {
  const t = useTranslations("follows");
  const locale = useLocale();
  return (
    <form
      action={isFollowing ? unfollowAction : followAction}
      className="no-print flex flex-wrap items-center gap-x-3 gap-y-1"
    >
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="kind" value={subject.kind} />
      <input type="hidden" name="key" value={subject.key} />
      <input type="hidden" name="next" value={next} />
      {isFollowing && !isListed && <span className="text-soft text-sm">{t("following")}</span>}
      <button
        type="submit"
        className="button button-quiet button-small"
        aria-label={t(isFollowing ? "unfollowOf" : "follow", { name })}
      >
        {t(isFollowing ? "unfollow" : "followShort")}
      </button>
    </form>
  );
}
